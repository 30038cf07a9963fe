package io.jium.builder.change;

import io.jium.builder.change.Change.Insert;
import io.jium.builder.change.Change.Move;
import io.jium.builder.change.Change.Remove;
import io.jium.builder.change.Change.SetField;
import io.jium.builder.project.Project;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page's project whose parts are found by their {@code uid}, and changed in place. Parts that
 * have none get one, the same whoever reads the same project. Not thread-safe.
 */
public final class PageDocument {

    /** The body, which is never moved or removed. */
    static final String BODY = "body";

    /** Rules stand in it as components do in the body. */
    static final String RULES = "rules";

    /** What belongs to no part: symbols, assets, data sources. */
    static final String PROJECT = "project";

    static final String UID = "uid";
    static final String COMPONENTS = "components";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Set<String> RESERVED = Set.of(BODY, RULES, PROJECT);

    private final ObjectNode project;
    private final ArrayNode rules;
    private final Map<String, Part> parts = new HashMap<>();

    private record Part(ObjectNode node, String parent) {}

    private PageDocument(ObjectNode project) {
        this.project = project;
        this.rules = list(project, "styles");
        var body = list(project, "pages").path(0).path("frames").path(0).path("component");
        if (!(body instanceof ObjectNode wrapper)) {
            throw new IllegalArgumentException("A stored project has a body");
        }
        var names = new Names(project);
        wrapper.put(UID, BODY);
        parts.put(BODY, new Part(wrapper, ""));
        enter(list(wrapper, COMPONENTS), BODY, names);
        enter(rules, RULES, names);
    }

    public static PageDocument of(Project project) {
        return new PageDocument(project.toJson());
    }

    /**
     * @param json a project that was validated and stored
     */
    public static PageDocument of(byte[] json) {
        return new PageDocument((ObjectNode) JSON.readTree(json));
    }

    /** The project, each part with its uid. */
    public byte[] toBytes() {
        return JSON.writeValueAsBytes(project);
    }

    Optional<ObjectNode> find(String uid) {
        return Optional.ofNullable(parts.get(uid)).map(Part::node);
    }

    boolean isRule(String uid) {
        var part = parts.get(uid);
        return part != null && part.parent().equals(RULES);
    }

    boolean isHolder(String uid) {
        return uid.equals(RULES) || (parts.containsKey(uid) && !isRule(uid));
    }

    /** Whether a part is in another, at any depth, or is that one. */
    boolean isWithin(String uid, String holder) {
        for (var at = uid; !at.isEmpty(); at = parent(at)) {
            if (at.equals(holder)) {
                return true;
            }
        }
        return false;
    }

    /** Empty for the body, and for what is not there. */
    String parent(String uid) {
        var part = parts.get(uid);
        return part == null ? "" : part.parent();
    }

    /** How many steps it is from the body, which is at 0. */
    int depth(String uid) {
        var depth = 0;
        for (var at = uid; !parent(at).isEmpty(); at = parent(at)) {
            depth++;
        }
        return depth;
    }

    /** How many components there are, those of symbols too; the body is not counted. */
    int components() {
        return parts.size() - rules.size() - 1 + symbols();
    }

    /** How many of them belong to symbols. */
    int symbols() {
        return count(project.path("symbols"));
    }

    /** How many components there are in a list, at any depth. */
    static int count(JsonNode list) {
        var count = 0;
        for (var component : list) {
            count += 1 + count(component.path(COMPONENTS));
        }
        return count;
    }

    int rules() {
        return rules.size();
    }

    /**
     * Makes a change that {@link Reviewing} found possible. What it is to stand behind may have
     * gone elsewhere: then it is the last. Answers the change as it was made.
     */
    Change apply(Change change) {
        return switch (change) {
            case SetField set -> set(set);
            case Insert(var into, var after, var part) -> {
                var node = (ObjectNode) part.deepCopy();
                var behind = put(node, into, after);
                enter(node, into);
                yield new Insert(into, behind, part);
            }
            case Move(var at, var into, var after) -> {
                var node = node(at);
                take(at);
                var behind = put(node, into, after);
                parts.put(at, new Part(node, into));
                yield new Move(at, into, behind);
            }
            case Remove remove -> {
                var node = node(remove.at());
                take(remove.at());
                forget(node);
                yield remove;
            }
        };
    }

    /** All of them, as they were made before. */
    public void replay(Iterable<Change> changes) {
        changes.forEach(this::apply);
    }

    private Change set(SetField set) {
        var owner = set.at().equals(PROJECT) ? project : node(set.at());
        if (set.field().equals(COMPONENTS)) {
            owner.path(COMPONENTS).forEach(this::forget);
        }
        var value = set.value() == null ? null : set.value().deepCopy();
        if (set.name() != null) {
            var members = owner.get(set.field());
            if (!(members instanceof ObjectNode)) {
                members = owner.putObject(set.field());
            }
            put((ObjectNode) members, set.name(), value);
            if (members.isEmpty() && !isRule(set.at())) {
                owner.remove(set.field());
            }
        } else {
            put(owner, set.field(), value);
        }
        if (set.field().equals(COMPONENTS)) {
            owner.path(COMPONENTS).forEach(child -> enter(child, set.at()));
        }
        return set;
    }

    private static void put(ObjectNode owner, String name, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            owner.remove(name);
        } else {
            owner.set(name, value);
        }
    }

    private @Nullable String put(ObjectNode node, String into, @Nullable String after) {
        var list = list(into);
        var index = after == null ? 0 : index(list, after) + 1;
        if (after != null && index == 0) {
            index = list.size();
        }
        list.insert(index, node);
        return index == 0 ? null : uid(list.get(index - 1));
    }

    private static int index(ArrayNode list, String uid) {
        for (var i = 0; i < list.size(); i++) {
            if (uid.equals(uid(list.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private void take(String uid) {
        var list = list(parent(uid));
        list.remove(index(list, uid));
    }

    private ObjectNode node(String uid) {
        return find(uid).orElseThrow(() -> new IllegalStateException("There is no part " + uid));
    }

    private ArrayNode list(String holder) {
        return holder.equals(RULES) ? rules : list(node(holder), COMPONENTS);
    }

    private static ArrayNode list(ObjectNode owner, String name) {
        return owner.get(name) instanceof ArrayNode list ? list : owner.putArray(name);
    }

    private void enter(JsonNode node, String parent) {
        if (node instanceof ObjectNode part) {
            parts.put(uid(part), new Part(part, parent));
            part.path(COMPONENTS).forEach(child -> enter(child, uid(part)));
        }
    }

    private void enter(ArrayNode list, String parent, Names names) {
        for (var item : list) {
            if (item instanceof ObjectNode part) {
                var uid = names.own(uid(part));
                part.put(UID, uid);
                parts.put(uid, new Part(part, parent));
                if (part.get(COMPONENTS) instanceof ArrayNode children) {
                    enter(children, uid, names);
                }
            }
        }
    }

    private void forget(JsonNode node) {
        parts.remove(uid(node));
        node.path(COMPONENTS).forEach(this::forget);
    }

    static String uid(JsonNode node) {
        return node.path(UID).asString("");
    }

    /** The names of a part and of all that is in it. */
    static void names(JsonNode node, Set<String> into) {
        into.add(uid(node));
        node.path(COMPONENTS).forEach(child -> names(child, into));
    }

    static boolean isName(String uid) {
        return NAME.matcher(uid).matches() && !RESERVED.contains(uid);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Gives names to parts that have none, or another's. */
    private static final class Names {

        private final Set<String> known = new HashSet<>();
        private final Set<String> used = new HashSet<>();
        private int next;

        Names(ObjectNode project) {
            project.findValues(UID).forEach(uid -> known.add(uid.asString("")));
        }

        String own(String given) {
            if (isName(given) && used.add(given)) {
                return given;
            }
            while (true) {
                var uid = "p" + Integer.toString(++next, Character.MAX_RADIX);
                if (known.add(uid)) {
                    used.add(uid);
                    return uid;
                }
            }
        }
    }
}
