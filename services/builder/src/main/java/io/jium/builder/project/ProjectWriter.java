package io.jium.builder.project;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a project as the data the editor loads. */
final class ProjectWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProjectWriter() {}

    static ObjectNode write(Project project) {
        var root = JSON.objectNode();
        project.others().forEach(root::set);
        root.set("styles", styles(project.styles()));
        var frame = JSON.objectNode();
        project.frameDetails().forEach(frame::set);
        frame.set("component", wrapper(project));
        var page = JSON.objectNode();
        project.pageDetails().forEach(page::set);
        page.set("frames", JSON.arrayNode().add(frame));
        root.set("pages", JSON.arrayNode().add(page));
        root.set("symbols", components(project.symbols()));
        return root;
    }

    private static ObjectNode wrapper(Project project) {
        var wrapper = component(project.wrapper());
        wrapper.set("head", JSON.objectNode().put("type", "head"));
        var docEl = JSON.objectNode().put("tagName", "html");
        if (!project.documentAttributes().isEmpty()) {
            docEl.set("attributes", object(project.documentAttributes()));
        }
        wrapper.set("docEl", docEl);
        return wrapper;
    }

    private static ArrayNode components(List<Component> components) {
        var list = JSON.arrayNode(components.size());
        components.forEach(component -> list.add(component(component)));
        return list;
    }

    private static ObjectNode component(Component component) {
        var node = JSON.objectNode();
        if (!component.type().isEmpty()) {
            node.put("type", component.type());
        }
        if (component.tagName() != null) {
            node.put("tagName", component.tagName());
        }
        component.properties().forEach(node::set);
        if (!component.attributes().isEmpty()) {
            node.set("attributes", object(component.attributes()));
        }
        if (component.isTextNode()) {
            return node.put("content", component.text());
        }
        if (!component.classes().isEmpty()) {
            node.set("classes", selectors(component.classes()));
        }
        if (!component.children().isEmpty()) {
            node.set("components", components(component.children()));
        }
        return node;
    }

    private static ArrayNode selectors(List<Selector> selectors) {
        var list = JSON.arrayNode(selectors.size());
        for (var selector : selectors) {
            if (selector.details().isEmpty()) {
                list.add(selector.isClass() ? selector.name() : "#" + selector.name());
            } else {
                var node = JSON.objectNode().put("name", selector.name());
                if (!selector.isClass()) {
                    node.put("type", 2);
                }
                selector.details().forEach(node::set);
                list.add(node);
            }
        }
        return list;
    }

    private static ArrayNode styles(List<StyleRule> rules) {
        var list = JSON.arrayNode(rules.size());
        for (var rule : rules) {
            var node = JSON.objectNode();
            node.set("selectors", selectors(rule.selectors()));
            put(node, "selectorsAdd", rule.otherSelectors());
            node.set("style", declarations(rule.declarations()));
            put(node, "state", rule.state());
            put(node, "mediaText", rule.atRule().condition());
            put(node, "atRuleType", rule.atRule().type());
            if (rule.isWholeAtRule()) {
                node.put("singleAtRule", true);
            }
            important(node, rule.important());
            rule.details().forEach(node::set);
            list.add(node);
        }
        return list;
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void important(ObjectNode node, Important important) {
        if (important.all()) {
            node.put("important", true);
        } else if (!important.properties().isEmpty()) {
            var names = JSON.arrayNode();
            important.properties().stream().sorted().forEach(names::add);
            node.set("important", names);
        }
    }

    private static ObjectNode declarations(Map<String, StyleValue> declarations) {
        var node = JSON.objectNode();
        declarations.forEach((property, value) ->
                node.set(
                        property,
                        switch (value) {
                            case StyleValue.Texts(var texts) when texts.size() == 1 ->
                                    JSON.stringNode(texts.getFirst());
                            case StyleValue.Texts(var texts) -> {
                                var list = JSON.arrayNode();
                                texts.forEach(list::add);
                                yield list;
                            }
                            case StyleValue.Nested(var nested) -> declarations(nested);
                        }));
        return node;
    }

    private static ObjectNode object(Map<String, JsonNode> members) {
        var node = JSON.objectNode();
        members.forEach(node::set);
        return node;
    }
}
