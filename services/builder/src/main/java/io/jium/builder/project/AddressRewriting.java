package io.jium.builder.project;

import io.jium.builder.project.css.CssFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Changes the addresses of a project, and only them. */
final class AddressRewriting {

    /** Of components; the attributes are in {@link AddressAttributes}. */
    private static final Set<String> PROPERTIES = Set.of("url", "link");

    private final UnaryOperator<String> change;
    private final CssFilter css;

    private AddressRewriting(UnaryOperator<String> change) {
        this.change = change;
        this.css = new CssFilter(address -> Addresses.inCss(change.apply(address)));
    }

    static Project rewrite(Project project, UnaryOperator<String> change) {
        var rewriting = new AddressRewriting(change);
        return new Project(
                rewriting.component(project.wrapper()),
                project.styles().stream().map(rewriting::rule).toList(),
                project.symbols().stream().map(rewriting::component).toList(),
                project.pageDetails(),
                project.frameDetails(),
                project.documentAttributes(),
                rewriting.others(project.others()));
    }

    private Component component(Component component) {
        return new Component(
                component.type(),
                component.tagName(),
                values(component.attributes()),
                component.classes(),
                component.text(),
                component.children().stream().map(this::component).toList(),
                values(component.properties()));
    }

    private Map<String, JsonNode> values(Map<String, JsonNode> values) {
        if (values.isEmpty()) {
            return values;
        }
        var changed = new LinkedHashMap<>(values);
        changed.replaceAll((name, value) -> {
            if (!value.isString()) {
                return value;
            }
            if (AddressAttributes.isSet(name)) {
                return StringNode.valueOf(SourceSets.map(value.stringValue(), this::checked));
            }
            boolean address = AddressAttributes.isAddress(name) || PROPERTIES.contains(name);
            return address ? StringNode.valueOf(checked(value.stringValue())) : value;
        });
        return changed;
    }

    /**
     * An address that would be refused by the parser is not let in through the back door either.
     */
    private String checked(String address) {
        var changed = change.apply(address);
        if (changed.equals(address)) {
            return address;
        }
        var link = Addresses.link(changed);
        return link == null ? "#" : link;
    }

    private StyleRule rule(StyleRule rule) {
        return rule.withDeclarations(declarations(rule.declarations()));
    }

    private Map<String, StyleValue> declarations(Map<String, StyleValue> declarations) {
        var changed = new LinkedHashMap<>(declarations);
        changed.replaceAll((_, value) ->
                switch (value) {
                    case StyleValue.Texts(var texts) ->
                            new StyleValue.Texts(texts.stream().map(this::text).toList());
                    case StyleValue.Nested(var nested) ->
                            new StyleValue.Nested(declarations(nested));
                });
        return changed;
    }

    private String text(String value) {
        if (value.indexOf('(') < 0) {
            return value;
        }
        @Nullable String changed = css.value(value);
        return changed == null ? "none" : changed;
    }

    private Map<String, JsonNode> others(Map<String, JsonNode> others) {
        var changed = new LinkedHashMap<>(others);
        changed.computeIfPresent(
                "assets",
                (_, assets) -> {
                    var list = JsonNodeFactory.instance.arrayNode();
                    assets.forEach(asset -> list.add(asset(asset)));
                    return list;
                });
        return changed;
    }

    private JsonNode asset(JsonNode asset) {
        if (asset.isString()) {
            return StringNode.valueOf(checked(asset.stringValue()));
        }
        if (!asset.path("src").isString()) {
            return asset;
        }
        var copy = asset.deepCopy().asObject();
        copy.put("src", checked(asset.path("src").stringValue()));
        return copy;
    }
}
