package io.jium.builder.render;

import io.jium.builder.project.Component;
import io.jium.builder.project.Project;
import io.jium.builder.project.Selector;
import io.jium.builder.project.StyleRule;
import io.jium.builder.project.StyleValue;
import io.jium.builder.project.css.CssFilter;
import io.jium.builder.project.css.CssText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Prints rules as the editor does: those that hit nothing on the page are left out, and those in
 * at-rules come last, in the order of {@link MediaOrder}.
 */
final class CssRenderer {

    private final Set<String> classes = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final AssetAddresses assets;

    private CssRenderer(Collection<String> assets) {
        this.assets = new AssetAddresses(assets);
    }

    static String render(Project page, Collection<String> assets) {
        var renderer = new CssRenderer(assets);
        renderer.collect(page.wrapper());
        return renderer.print(page);
    }

    private void collect(Component component) {
        component.classes().forEach(name -> classes.add(name.name()));
        var id = component.attributes().get("id");
        if (id != null) {
            ids.add(id.asString(""));
        }
        component.children().forEach(this::collect);
    }

    private String print(Project page) {
        var out = new StringBuilder(1_024);
        var inAtRules = new LinkedHashMap<String, ArrayList<StyleRule>>();
        for (var rule : page.styles()) {
            var atRule = rule.atRule().text();
            if (atRule.isEmpty()) {
                print(rule, out);
            } else {
                inAtRules.computeIfAbsent(atRule, _ -> new ArrayList<>()).add(rule);
            }
        }
        for (var atRule : MediaOrder.sorted(new ArrayList<>(inAtRules.keySet()))) {
            var together = new StringBuilder();
            for (var rule : inAtRules.getOrDefault(atRule, new ArrayList<>())) {
                if (rule.isWholeAtRule()) {
                    out.append(atRule).append('{');
                    print(rule, out);
                    out.append('}');
                } else {
                    print(rule, together);
                }
            }
            if (!together.isEmpty()) {
                out.append(atRule).append('{').append(together).append('}');
            }
        }
        return out.toString();
    }

    private void print(StyleRule rule, StringBuilder out) {
        boolean printed =
                rule.isWholeAtRule()
                        || !rule.otherSelectors().isEmpty()
                        || rule.selectors().stream().anyMatch(this::isOnPage);
        var selectors = selectors(rule);
        if (!printed || (selectors.isEmpty() && !rule.isWholeAtRule())) {
            return;
        }
        var declarations = declarations(rule);
        if (declarations.isEmpty()) {
            return;
        }
        if (rule.isWholeAtRule()) {
            out.append(declarations);
        } else {
            out.append(selectors).append('{').append(declarations).append('}');
        }
    }

    private boolean isOnPage(Selector selector) {
        return (selector.isClass() ? classes : ids).contains(selector.name());
    }

    private static String selectors(StyleRule rule) {
        var out = new StringBuilder();
        for (var selector : rule.selectors()) {
            out.append(selector.isClass() ? '.' : '#').append(CssText.identifier(selector.name()));
        }
        if (!out.isEmpty() && !rule.state().isEmpty()) {
            out.append(':').append(rule.state());
        }
        if (!rule.otherSelectors().isEmpty()) {
            out.append(out.isEmpty() ? "" : ", ").append(rule.otherSelectors());
        }
        return out.toString();
    }

    private String declarations(StyleRule rule) {
        var out = new StringBuilder();
        rule.declarations()
                .forEach((property, value) -> {
                    switch (value) {
                        case StyleValue.Texts(var texts) -> {
                            for (var text : texts) {
                                declaration(rule, property, text, out);
                            }
                        }
                        case StyleValue.Nested _ -> {}
                    }
                });
        return out.toString();
    }

    private void declaration(StyleRule rule, String property, String text, StringBuilder out) {
        if (text.isEmpty()) {
            return;
        }
        out.append(property).append(':').append(text);
        out.append(rule.important().covers(property) ? " !important;" : ";");
        if (text.indexOf('(') >= 0) {
            new CssFilter(
                            address -> {
                                assets.add(address);
                                return address;
                            })
                    .value(text);
        }
    }
}
