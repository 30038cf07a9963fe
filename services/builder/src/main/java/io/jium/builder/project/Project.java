package io.jium.builder.project;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The project of one page. Made by the {@link ProjectParser} and therefore harmless to print; two
 * projects are equal when they would be stored the same.
 *
 * @param pageDetails id, name and whatever else the editor keeps of the page
 * @param frameDetails likewise of the frame around the body
 * @param documentAttributes of the html element
 * @param others assets, data sources and what else stands beside them: plain data, never printed
 */
public record Project(
        Component wrapper,
        List<StyleRule> styles,
        List<Component> symbols,
        Map<String, JsonNode> pageDetails,
        Map<String, JsonNode> frameDetails,
        Map<String, JsonNode> documentAttributes,
        Map<String, JsonNode> others) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The project data as the editor loads it. */
    public ObjectNode toJson() {
        return ProjectWriter.write(this);
    }

    /** {@link #toJson()} as UTF-8. */
    public byte[] toBytes() {
        return JSON.writeValueAsBytes(toJson());
    }

    /**
     * The project with each address changed: those in attributes and properties, in CSS and in the
     * list of assets. The answer is read anew, so it is as harmless as the first.
     */
    public Project withAddresses(UnaryOperator<String> change) {
        return AddressRewriting.rewrite(this, change);
    }
}
