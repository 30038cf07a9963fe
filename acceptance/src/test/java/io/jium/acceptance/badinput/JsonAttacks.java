package io.jium.acceptance.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bad forms of a good JSON body. */
final class JsonAttacks {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEP = 100_000;
    private static final int LONG_TEXT = 300_000;

    /** Big on purpose, or looked into by checks of its own. */
    private static final Set<String> FREE = Set.of("project", "components");

    private JsonAttacks() {}

    /** Bodies by what is wrong with them; a name that starts with {@code ?} may be accepted. */
    static Map<String, byte[]> of(Object good) {
        var bodies = new LinkedHashMap<String, byte[]>();
        whole(JSON.writeValueAsString(good))
                .forEach((what, text) -> bodies.put(what, text.getBytes(StandardCharsets.UTF_8)));
        bodies.put("broken UTF-8", broken(good));
        bodies.put("?UTF-16", JSON.writeValueAsString(good).getBytes(StandardCharsets.UTF_16));
        var tree = (ObjectNode) JSON.valueToTree(good);
        for (var path : fields(tree, "")) {
            var isFree = FREE.contains(path.substring(path.lastIndexOf('/') + 1));
            values(tree.at(path), isFree)
                    .forEach((what, value) ->
                            bodies.put(
                                    (what.startsWith("?") ? "?" : "") + path + " is " + what,
                                    replaced(tree, path, value)));
            bodies.put("?" + path + " is missing", without(tree, path));
        }
        return bodies;
    }

    private static Map<String, String> whole(String good) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("?nothing", "");
        texts.put("?null", "null");
        texts.put("a list", "[]");
        texts.put("a text", "\"text\"");
        texts.put("a number", "17");
        texts.put("cut short", good.substring(0, good.length() - 1));
        texts.put("two bodies", good + good);
        texts.put("single quotes", good.replace('"', '\''));
        texts.put("a comment", "/* x */" + good);
        texts.put("a byte of nothing", "\u0000" + good);
        texts.put("deep lists", "[".repeat(DEEP));
        texts.put("deep objects", "{\"a\":".repeat(DEEP));
        texts.put("NaN", "{\"a\":NaN}");
        texts.put("?an unknown member", "{\"surprise\":1," + good.substring(1));
        texts.put("?a huge number", "{\"surprise\":1e999999999," + good.substring(1));
        texts.put(
                "?a number of many digits",
                "{\"surprise\":" + "9".repeat(LONG_TEXT) + "," + good.substring(1));
        return texts;
    }

    private static byte[] broken(Object good) {
        var bytes = JSON.writeValueAsString(good).getBytes(StandardCharsets.UTF_8);
        var quote = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('"');
        var broken = new byte[bytes.length + 2];
        System.arraycopy(bytes, 0, broken, 0, quote + 1);
        broken[quote + 1] = (byte) 0xC3;
        broken[quote + 2] = (byte) 0x28;
        System.arraycopy(bytes, quote + 1, broken, quote + 3, bytes.length - quote - 1);
        return broken;
    }

    private static List<String> fields(JsonNode node, String path) {
        var found = new ArrayList<String>();
        for (var name : node.propertyNames()) {
            var field = path + "/" + name;
            found.add(field);
            if (!FREE.contains(name)) {
                found.addAll(fields(node.get(name), field));
            }
        }
        return found;
    }

    private static Map<String, String> values(JsonNode good, boolean isFree) {
        var values = new LinkedHashMap<String, String>();
        values.put("?null", "null");
        if (good.isString()) {
            texts(values);
        } else if (good.isNumber()) {
            numbers(values);
        } else if (good.isBoolean()) {
            values.put("a text", "\"text\"");
            values.put("true in quotes", "\"true\"");
            values.put("a number", "1");
            values.put("an object", "{}");
            values.put("a list", "[true]");
        } else {
            values.put("a text", "\"text\"");
            values.put("a number", "17");
            values.put("true", "true");
            values.put(
                    (isFree ? "?" : "") + (good.isArray() ? "an object" : "a list"),
                    good.isArray() ? "{\"a\":1}" : "[1]");
            values.put("?empty", good.isArray() ? "[]" : "{}");
            if (good.isArray()) {
                values.put("a list of lists", "[[[]]]");
                values.put("a list of nothing", "[null]");
                values.put("a list of numbers", "[1,2]");
            }
        }
        return values;
    }

    private static void texts(Map<String, String> values) {
        values.put("a number", "17");
        values.put("a fraction", "1.5");
        values.put("true", "true");
        values.put("an object", "{}");
        values.put("a list", "[]");
        values.put("a list of texts", "[\"text\"]");
        values.put("very long", "\"" + "가".repeat(LONG_TEXT) + "\"");
        values.put("?empty", "\"\"");
        values.put("?blank", "\" \\t\\n\\u3000\"");
        values.put("?a zero byte", "\"a\\u0000b\"");
        values.put("?half a surrogate", "\"a\\ud800b\"");
        values.put("?the other half", "\"\\udc00\"");
        values.put("?beyond the basic plane", "\"😀😀\"");
        values.put("?right to left", "\"\\u202Eabc\\u200B\"");
        values.put("?SQL", "\"' or 1=1; drop table users; -- \\\\\"");
        values.put("?HTML", "\"<script>alert(1)</script>\"");
        values.put("?a placeholder", "\"{0} ${x} #{y} %s\"");
        values.put("?300 characters", "\"" + "x".repeat(300) + "\"");
        values.put("?300 wide characters", "\"" + "😀".repeat(300) + "\"");
        values.put("?a path", "\"../../etc/passwd\"");
    }

    private static void numbers(Map<String, String> values) {
        values.put("a text", "\"text\"");
        values.put("a number in quotes", "\"1\"");
        values.put("true", "true");
        values.put("an object", "{}");
        values.put("a list", "[1]");
        values.put("a fraction", "1.5");
        values.put("zero", "0");
        values.put("negative", "-1");
        values.put("the largest", "9223372036854775807");
        values.put("the smallest", "-9223372036854775808");
        values.put("too large", "9223372036854775808");
        values.put("far too large", "1e400");
        values.put("of many digits", "9".repeat(2_000));
    }

    private static byte[] replaced(ObjectNode tree, String path, String value) {
        var marker = "replace-me-4711";
        var copy = tree.deepCopy();
        parent(copy, path).put(path.substring(path.lastIndexOf('/') + 1), marker);
        return JSON.writeValueAsString(copy)
                .replace("\"" + marker + "\"", value)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] without(ObjectNode tree, String path) {
        var copy = tree.deepCopy();
        parent(copy, path).remove(path.substring(path.lastIndexOf('/') + 1));
        return JSON.writeValueAsBytes(copy);
    }

    private static ObjectNode parent(ObjectNode tree, String path) {
        var slash = path.lastIndexOf('/');
        return slash == 0 ? tree : (ObjectNode) tree.at(path.substring(0, slash));
    }
}
