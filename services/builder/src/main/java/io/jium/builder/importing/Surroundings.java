package io.jium.builder.importing;

import io.jium.builder.project.css.CssNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Takes everything out of a page that is not its content: what is said about it, its styles and its
 * scripts, each in its order. Styles that stand in the page behind all style sheets become rules
 * the editor can change; those before them, or such as the editor would put into another order,
 * become files.
 */
final class Surroundings {

    private static final int MAX_RULES_LENGTH = 32_000;

    private final Document document;
    private final References references;
    private final MadeFiles made;
    private final Warnings warnings;
    private final String file;
    private final List<HeadElement> head = new ArrayList<>();
    private final List<HeadElement> bodyEnd = new ArrayList<>();

    Surroundings(
            Document document,
            References references,
            MadeFiles made,
            Warnings warnings,
            String file) {
        this.document = document;
        this.references = references;
        this.made = made;
        this.warnings = warnings;
        this.file = file;
    }

    List<HeadElement> head() {
        return List.copyOf(head);
    }

    List<HeadElement> bodyEnd() {
        return List.copyOf(bodyEnd);
    }

    /** Fills the lists, takes the elements out and answers the rules for the project. */
    ArrayNode read() {
        var rules = new ArrayList<CssNode>();
        var asRules = asRules(rules);
        var reader = new SurroundingElements(references, made, warnings, file);
        for (var element : document.select("meta, link, style, script, noscript, base")) {
            if (isInDrawing(element)) {
                continue;
            }
            if (!asRules.contains(element)) {
                boolean atEnd =
                        element.normalName().equals("script") && element.closest("head") == null;
                reader.read(element).ifPresent((atEnd ? bodyEnd : head)::add);
            }
            element.remove();
        }
        return new RuleConversion(namesOnPage())
                .convert(rules)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    /** SVG has style and script elements of its own; the parser of the project deals with them. */
    private static boolean isInDrawing(Element element) {
        return element.closest("svg") != null && !element.normalName().equals("style");
    }

    /** In a drawing the content of a style element is text, elsewhere it is data. */
    static String css(Element style) {
        return style.data().isEmpty() ? style.wholeText() : style.data();
    }

    /**
     * The style elements at the end whose rules the editor can hold; their rules are added to the
     * list.
     */
    private Set<Element> asRules(List<CssNode> rules) {
        var taken = new HashSet<Element>();
        var conversion = new RuleConversion(namesOnPage());
        var sheets = document.select("link[rel~=(?i)stylesheet], style");
        int length = 0;
        for (int index = sheets.size() - 1; index >= 0; index--) {
            var sheet = sheets.get(index);
            length += css(sheet).length();
            boolean plain =
                    sheet.normalName().equals("style")
                            && sheet.closest("noscript") == null
                            && (sheet.attr("media").isBlank()
                                    || sheet.attr("media").equalsIgnoreCase("all"));
            if (!plain || length > MAX_RULES_LENGTH) {
                break;
            }
            var leftOut = new ArrayList<String>();
            var all =
                    new ArrayList<>(
                            StyleFiles.rules(
                                    css(sheet),
                                    references,
                                    made.sharedIds(),
                                    () -> leftOut.add("")));
            all.addAll(rules);
            if (conversion.convert(all).isEmpty()) {
                break;
            }
            leftOut.forEach(_ -> warnings.count("css_left_out", file));
            rules.clear();
            rules.addAll(all);
            taken.add(sheet);
        }
        return taken;
    }

    private Set<String> namesOnPage() {
        var names = new HashSet<String>();
        for (var element : document.body().getAllElements()) {
            element.classNames().forEach(name -> names.add("." + name));
            if (!element.id().isEmpty()) {
                names.add("#" + element.id());
            }
        }
        return names;
    }
}
