package io.jium.builder.menu;

import io.jium.builder.language.Translations;
import io.jium.builder.page.Page;
import io.jium.builder.project.Component;
import io.jium.builder.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A site's menu as it is printed.
 *
 * @param lines in their order, none without words
 */
public record Menu(List<Line> lines) {

    /** An element with this attribute shows the menu in the place of what it holds. */
    public static final String PLACE = "data-jium-menu";

    /** How it looks where the page says nothing else. */
    public static final String CSS =
            """
            .jium-menu,.jium-menu ul{list-style:none;margin:0;padding:0}
            .jium-menu{display:flex;flex-wrap:wrap;gap:8px 24px}
            .jium-menu li{position:relative}
            .jium-menu a,.jium-menu button{display:inline-block;padding:6px 0;border:0;background:none;color:inherit;font:inherit;text-decoration:none;cursor:pointer}
            .jium-menu [aria-current=page]{font-weight:700}
            .jium-menu li li a{display:block;padding:8px 18px}
            @media(min-width:769px){.jium-menu li>ul{position:absolute;z-index:50;top:100%;left:-18px;visibility:hidden;min-width:180px;padding:8px 0;border-radius:10px;background:#fff;color:#211c17;box-shadow:0 10px 30px rgba(0,0,0,.16)}
            .jium-menu li:hover>ul,.jium-menu li:focus-within>ul{visibility:visible}}
            @media(max-width:768px){.jium-menu li li a{padding:6px 0 6px 14px}}
            """;

    /**
     * @param pageId where it leads to a page of the site
     * @param href null for a heading
     */
    record Line(
            String label,
            @Nullable Long pageId,
            @Nullable String href,
            boolean newTab,
            List<Line> below) {}

    /**
     * The same on a page of another language: what leads to a page leads to its translation, and is
     * called as that is.
     */
    public Menu in(Translations translations, Page page) {
        return new Menu(lines.stream().map(line -> in(translations, page, line)).toList());
    }

    private static Line in(Translations translations, Page page, Line line) {
        var below = line.below.stream().map(each -> in(translations, page, each)).toList();
        var there = line.pageId == null ? null : translations.in(page, line.pageId);
        if (there == null || line.href == null) {
            return new Line(line.label, line.pageId, line.href, line.newTab, below);
        }
        var anchor = line.href.indexOf('#');
        return new Line(
                anchor < 0 ? there.title() : line.label,
                there.id(),
                there.path() + (anchor < 0 ? "" : line.href.substring(anchor)),
                line.newTab,
                below);
    }

    /**
     * The project with the menu in its places.
     *
     * @param menu asked for when there is a place
     * @param pageId of the project, which its own line says
     */
    public static Project fill(Project project, Supplier<Menu> menu, long pageId) {
        var wrapper = filled(project.wrapper(), menu, pageId);
        return wrapper.equals(project.wrapper())
                ? project
                : new Project(
                        wrapper,
                        project.styles(),
                        project.symbols(),
                        project.pageDetails(),
                        project.frameDetails(),
                        project.documentAttributes(),
                        project.others());
    }

    private static Component filled(Component component, Supplier<Menu> menu, long pageId) {
        var children =
                component.attributes().containsKey(PLACE)
                        ? List.of(menu.get().list(menu.get().lines, "jium-menu", pageId))
                        : component.children().stream()
                                .map(child -> filled(child, menu, pageId))
                                .toList();
        return new Component(
                component.type(),
                component.tagName(),
                component.attributes(),
                component.classes(),
                component.text(),
                children,
                component.properties());
    }

    private Component list(List<Line> shown, @Nullable String name, long pageId) {
        var attributes = new LinkedHashMap<String, String>();
        if (name != null) {
            attributes.put("class", name);
        }
        return element("ul", attributes, shown.stream().map(line -> item(line, pageId)).toList());
    }

    private Component item(Line line, long pageId) {
        var attributes = new LinkedHashMap<String, String>();
        if (line.href != null) {
            attributes.put("href", line.href);
        } else {
            attributes.put("type", "button");
        }
        if (line.newTab) {
            attributes.put("target", "_blank");
            attributes.put("rel", "noopener");
        }
        if (line.pageId != null
                && line.pageId == pageId
                && line.href != null
                && line.href.indexOf('#') < 0) {
            attributes.put("aria-current", "page");
        }
        var words =
                element(line.href == null ? "button" : "a", attributes, List.of(text(line.label)));
        return element(
                "li",
                Map.of(),
                line.below.isEmpty()
                        ? List.of(words)
                        : List.of(words, list(line.below, null, pageId)));
    }

    private static Component element(
            String tag, Map<String, String> attributes, List<Component> children) {
        var values = new LinkedHashMap<String, JsonNode>();
        attributes.forEach((name, value) -> values.put(name, StringNode.valueOf(value)));
        return new Component("", tag, values, List.of(), "", children, Map.of());
    }

    private static Component text(String words) {
        return new Component("textnode", null, Map.of(), List.of(), words, List.of(), Map.of());
    }
}
