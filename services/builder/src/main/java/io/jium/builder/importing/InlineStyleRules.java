package io.jium.builder.importing;

import io.jium.builder.project.css.CssFilter;
import io.jium.builder.project.css.CssNode;
import io.jium.builder.project.css.CssParser;
import io.jium.builder.project.css.CssText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Rules for the style attributes that would be overruled as a rule for the element's id, which is
 * what the parser of the project makes of the others: where a style sheet has a selector with an id
 * and more.
 */
final class InlineStyleRules {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_STRONG = 400;
    private static final Pattern ID_ALONE = Pattern.compile("#[\\w-]+");
    private static final Pattern STATES =
            Pattern.compile(":(?:hover|focus|active|visited|link|focus-within|focus-visible)\\b");

    private record Strong(String selector, Set<String> properties) {}

    private final List<Strong> strong;
    private final AtomicInteger named;

    private InlineStyleRules(List<Strong> known, AtomicInteger named) {
        this.strong = new ArrayList<>(known);
        this.named = named;
    }

    /**
     * @param sheets the text of every file with styles that a page may name
     */
    static InlineStyleRules of(List<String> sheets) {
        var rules = new InlineStyleRules(List.of(), new AtomicInteger());
        sheets.forEach(rules::read);
        return rules;
    }

    /** For one page, before its own styles are taken out of it. */
    InlineStyleRules on(Document document) {
        var rules = new InlineStyleRules(strong, named);
        document.select("style").forEach(style -> rules.read(Surroundings.css(style)));
        return rules;
    }

    private void read(String sheet) {
        if (sheet.indexOf('#') >= 0) {
            collect(new CssParser(new CssFilter(address -> address), _ -> {}).stylesheet(sheet));
        }
    }

    private void collect(List<CssNode> nodes) {
        for (var node : nodes) {
            switch (node) {
                case CssNode.AtRule atRule -> {
                    if (atRule.body() != null) {
                        collect(atRule.body());
                    }
                }
                case CssNode.Rule rule -> add(rule);
                case CssNode.Declaration _ -> {}
            }
        }
    }

    private void add(CssNode.Rule rule) {
        for (var selector : rule.selectors().split(",")) {
            var plain = STATES.matcher(selector.strip()).replaceAll("");
            boolean more = plain.indexOf('#') >= 0 && !ID_ALONE.matcher(plain).matches();
            if (more && strong.size() < MAX_STRONG) {
                strong.add(new Strong(plain, properties(rule.body())));
            }
        }
    }

    private static Set<String> properties(List<? extends CssNode> body) {
        return body.stream()
                .filter(CssNode.Declaration.class::isInstance)
                .map(CssNode.Declaration.class::cast)
                .map(declaration -> kind(declaration.property()))
                .collect(Collectors.toSet());
    }

    /** {@code margin} for {@code margin-left}: each may overrule the other. */
    private static String kind(String property) {
        var lower = property.toLowerCase(Locale.ROOT);
        int dash = lower.indexOf('-', 1);
        return dash < 0 || lower.startsWith("-") ? lower : lower.substring(0, dash);
    }

    /** The rules; the attributes they were made of are gone then. */
    ArrayNode take(Document document) {
        var styled = new LinkedHashMap<Element, Set<String>>();
        for (var element : document.body().select("[style]")) {
            styled.put(element, propertiesOf(element.attr("style")));
        }
        var rules = JSON.arrayNode();
        var overruled = overruled(document, styled);
        for (var element : styled.keySet()) {
            if (!overruled.contains(element)) {
                continue;
            }
            if (element.id().isBlank()) {
                element.attr("id", "jm-own-" + named.incrementAndGet());
            }
            var rule = JSON.objectNode();
            rule.set("selectors", JSON.arrayNode());
            rule.put("selectorsAdd", ("#" + CssText.identifier(element.id())).repeat(3));
            rule.put("style", element.attr("style"));
            rules.add(rule);
            element.removeAttr("style");
        }
        return rules;
    }

    private Set<Element> overruled(Document document, Map<Element, Set<String>> styled) {
        var used = styled.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var overruled = new HashSet<Element>();
        for (var rule : strong) {
            if (!Collections.disjoint(used, rule.properties)) {
                hit(document, rule.selector).stream()
                        .filter(styled::containsKey)
                        .filter(element ->
                                !Collections.disjoint(
                                        styled.getOrDefault(element, Set.of()), rule.properties))
                        .forEach(overruled::add);
            }
        }
        return overruled;
    }

    private static Set<String> propertiesOf(String style) {
        return properties(
                new CssParser(new CssFilter(address -> address), _ -> {}).declarations(style));
    }

    /** None for a pseudo-element or a selector of tomorrow: it is not about elements themselves. */
    private static List<Element> hit(Document document, String selector) {
        try {
            return document.select(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException unknown) {
            return List.of();
        }
    }
}
