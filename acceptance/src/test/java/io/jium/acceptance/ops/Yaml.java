package io.jium.acceptance.ops;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;

/** A map of a YAML file, with anchors and merges followed. */
record Yaml(Map<String, Object> map) {

    /** All documents of a text; whoever writes a key twice is told. */
    static List<Yaml> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var all = new org.yaml.snakeyaml.Yaml(options).loadAll(text);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(Objects::nonNull)
                .map(Yaml::of)
                .toList();
    }

    @SuppressWarnings("unchecked") // Keys of our files are texts.
    private static Yaml of(Object map) {
        return new Yaml((Map<String, Object>) map);
    }

    /** What is at the end of a path of keys; an empty map if there is nothing. */
    Yaml at(String... keys) {
        var here = this;
        for (var key : keys) {
            here = of(here.map.getOrDefault(key, Map.of()));
        }
        return here;
    }

    String text(String key) {
        return String.valueOf(map.get(key));
    }

    /** The maps in a list; none if there is no list. */
    List<Yaml> list(String key) {
        return ((List<?>) map.getOrDefault(key, List.of()))
                .stream().map(entry -> of(Objects.requireNonNull(entry))).toList();
    }

    List<String> texts(String key) {
        return ((List<?>) map.getOrDefault(key, List.of())).stream().map(String::valueOf).toList();
    }
}
