package io.jium.builder.project;

import io.jium.builder.project.Dropped.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads class lists and the selectors of rules: strings, or objects with a name. */
final class SelectorReader {

    private static final int MAX_NAME = 200;
    private static final int MAX_SELECTORS = 200;
    private static final int ID_TYPE = 2;
    private static final Set<String> OWN = Set.of("name", "type");

    private final Reading reading;
    private final PropertyReader properties;

    SelectorReader(Reading reading, PropertyReader properties) {
        this.reading = reading;
        this.properties = properties;
    }

    /**
     * @param withIds whether a leading hash makes an id of a name, as it does in rules but not in
     *     class lists
     */
    List<Selector> read(Path path, @Nullable JsonNode node, boolean withIds) {
        if (node == null || node.isNull() || (node.isString() && node.stringValue().isBlank())) {
            return List.of();
        }
        var selectors = new ArrayList<Selector>();
        if (node.isString()) {
            for (var name : node.stringValue().strip().split("\\s+")) {
                add(selectors, path, name, Map.of(), withIds);
            }
            return selectors;
        }
        if (!node.isArray()) {
            reading.drop(path, Reason.MALFORMED);
            return List.of();
        }
        if (node.size() > MAX_SELECTORS) {
            reading.refuse(path, "too_many_selectors");
            return List.of();
        }
        for (int index = 0; index < node.size(); index++) {
            item(selectors, path.at(index), node.get(index), withIds);
        }
        return selectors;
    }

    private void item(List<Selector> into, Path path, JsonNode item, boolean withIds) {
        if (item.isString()) {
            add(into, path, item.stringValue(), Map.of(), withIds);
        } else if (item.isObject() && item.path("name").isString()) {
            var details = properties.read(path, item, OWN);
            boolean id =
                    withIds
                            && item.path("type").isNumber()
                            && item.path("type").asInt(0) == ID_TYPE;
            var name = item.path("name").stringValue();
            add(into, path, id && !name.startsWith("#") ? "#" + name : name, details, withIds);
        } else {
            reading.drop(path, Reason.MALFORMED);
        }
    }

    private void add(
            List<Selector> into,
            Path path,
            String written,
            Map<String, JsonNode> details,
            boolean withIds) {
        boolean id = withIds && written.startsWith("#");
        var name = id || (withIds && written.startsWith(".")) ? written.substring(1) : written;
        if (name.isEmpty()
                || name.length() > MAX_NAME
                || name.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '"')) {
            reading.drop(path, Reason.MALFORMED);
            return;
        }
        into.add(new Selector(id ? Selector.Kind.ID : Selector.Kind.CLASS, name, details));
    }
}
