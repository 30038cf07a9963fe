package io.jium.builder.change;

import static io.jium.builder.change.PageDocument.BODY;
import static io.jium.builder.change.PageDocument.COMPONENTS;
import static io.jium.builder.change.PageDocument.PROJECT;
import static io.jium.builder.change.PageDocument.RULES;
import static io.jium.builder.change.PageDocument.UID;

import io.jium.builder.change.Change.Insert;
import io.jium.builder.change.Change.Move;
import io.jium.builder.change.Change.Remove;
import io.jium.builder.change.Change.SetField;
import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes changes harmless: the part as it will be is read by the {@link ProjectParser}, alone, and
 * what comes of it is the change.
 */
final class Reviewing {

    private static final String SYMBOLS = "symbols";

    /** What of a project is neither page nor part. */
    private static final Set<String> OTHERS = Set.of(SYMBOLS, "assets", "dataSources");

    /** Changed name by name. */
    private static final Set<String> MEMBERS = Set.of("attributes", "style");

    /** Markup that stands for components. */
    private static final String CONTENT = "content";

    private static final RandomGenerator RANDOM = new SecureRandom();

    private final PageDocument page;

    Reviewing(PageDocument page) {
        this.page = page;
    }

    /**
     * What is to be made instead of the change; nothing where nothing harmless is left of it.
     * Refuses what cannot be made of this page at all.
     */
    List<Change> review(Change change) {
        return switch (change) {
            case SetField set when set.at().equals(PROJECT) -> others(set);
            case SetField set -> field(set);
            case Insert insert -> insert(insert);
            case Move move -> List.of(possible(move));
            case Remove(var at) when at.equals(BODY) -> throw new ChangesRefused(at, "impossible");
            // Who wants it gone has what he wants.
            case Remove remove -> page.find(remove.at()).isEmpty() ? List.of() : List.of(remove);
        };
    }

    private Move possible(Move move) {
        var height = height(require(move.at()));
        requireHolder(move.into());
        var isRule = page.isRule(move.at());
        if (isRule != move.into().equals(RULES)
                || move.at().equals(BODY)
                || page.isWithin(move.into(), move.at())) {
            throw new ChangesRefused(move.at(), "impossible");
        }
        if (!isRule) {
            requireDepth(move.into(), height);
        }
        return move;
    }

    private ObjectNode require(String uid) {
        return page.find(uid).orElseThrow(() -> new ChangesRefused(uid, "unknown_part"));
    }

    private void requireHolder(String uid) {
        if (!page.isHolder(uid)) {
            throw new ChangesRefused(uid, "unknown_part");
        }
    }

    private List<Change> others(SetField set) {
        if (!OTHERS.contains(set.field()) || set.name() != null) {
            throw new ChangesRefused(PROJECT, "unknown_field");
        }
        var alone = PageDocument.object();
        alone.set(set.field(), set.value());
        var read = parse(alone, PROJECT).get(set.field());
        if (set.field().equals(SYMBOLS)) {
            requireRoom(PROJECT, PageDocument.count(read) - page.symbols());
        }
        return List.of(new SetField(PROJECT, set.field(), null, read));
    }

    private List<Change> field(SetField set) {
        var part = require(set.at());
        if (set.field().equals(UID)
                || (set.name() != null && !MEMBERS.contains(set.field()))
                || (set.field().equals("style") && !page.isRule(set.at()))) {
            throw new ChangesRefused(set.at(), "unknown_field");
        }
        var isText = set.field().equals(COMPONENTS) || set.field().equals(CONTENT);
        var wanted = without(part, COMPONENTS);
        if (set.name() == null) {
            put(wanted, set.field(), set.value());
        } else {
            var members =
                    part.get(set.field()) instanceof ObjectNode there
                            ? there.deepCopy()
                            : PageDocument.object();
            put(members, set.name(), set.value());
            wanted.set(set.field(), members);
        }
        var read = page.isRule(set.at()) ? rule(wanted) : component(wanted, set.at().equals(BODY));
        if (read == null) {
            throw new ChangesRefused(set.at(), "not_allowed");
        }
        var changes = differences(set.at(), part, read);
        if (isText && !read.path("type").asString("").equals("textnode")) {
            var children = read.path(COMPONENTS);
            requireRoom(
                    set.at(),
                    PageDocument.count(children) - PageDocument.count(part.path(COMPONENTS)));
            requireDepth(set.at(), height(read) - 1);
            named(children, set.at());
            changes.add(new SetField(set.at(), COMPONENTS, null, read.get(COMPONENTS)));
        }
        return changes;
    }

    private List<Change> insert(Insert insert) {
        requireHolder(insert.at());
        if (!(insert.part() instanceof ObjectNode part)) {
            throw new ChangesRefused(insert.at(), "malformed");
        }
        var isRule = insert.at().equals(RULES);
        var read = isRule ? rule(part) : component(part, false);
        if (read == null) {
            return List.of();
        }
        requireNew(read, new HashSet<>());
        if (isRule) {
            if (page.rules() >= ProjectParser.MAX_RULES) {
                throw new ChangesRefused(RULES, "too_many_rules");
            }
        } else {
            requireRoom(insert.at(), 1 + PageDocument.count(read.path(COMPONENTS)));
            requireDepth(insert.at(), height(read));
        }
        return List.of(new Insert(insert.at(), insert.after(), read));
    }

    /** What is written into a text may lack names, and may keep those it had. */
    private void named(JsonNode children, String holder) {
        var taken = new HashSet<String>();
        for (var child : children) {
            named((ObjectNode) child, holder, taken);
        }
    }

    private void named(ObjectNode node, String holder, Set<String> taken) {
        var uid = PageDocument.uid(node);
        var isFree = page.find(uid).isEmpty() || page.isWithin(uid, holder);
        if (!PageDocument.isName(uid) || !isFree || !taken.add(uid)) {
            node.put(UID, fresh(taken));
        }
        for (var child : node.path(COMPONENTS)) {
            named((ObjectNode) child, holder, taken);
        }
    }

    private String fresh(Set<String> taken) {
        while (true) {
            var uid = Long.toString(RANDOM.nextLong() >>> 1, Character.MAX_RADIX);
            if (page.find(uid).isEmpty() && taken.add(uid)) {
                return uid;
            }
        }
    }

    private void requireNew(JsonNode node, Set<String> seen) {
        var uid = PageDocument.uid(node);
        if (!PageDocument.isName(uid) || page.find(uid).isPresent() || !seen.add(uid)) {
            throw new ChangesRefused(uid, "not_its_own_name");
        }
        node.path(COMPONENTS).forEach(child -> requireNew(child, seen));
    }

    private void requireRoom(String at, int more) {
        if (page.components() + more > ProjectParser.MAX_COMPONENTS) {
            throw new ChangesRefused(at, "too_many_parts");
        }
    }

    private void requireDepth(String holder, int height) {
        if (page.depth(holder) + height > ProjectParser.MAX_DEPTH) {
            throw new ChangesRefused(holder, "too_deep");
        }
    }

    private static int height(JsonNode node) {
        var height = 0;
        for (var child : node.path(COMPONENTS)) {
            height = Math.max(height, height(child));
        }
        return height + 1;
    }

    /** As changes: in what the part as it was read differs from the part that is there. */
    private static List<Change> differences(String uid, ObjectNode there, ObjectNode read) {
        var fields = new LinkedHashSet<String>(there.propertyNames());
        fields.addAll(read.propertyNames());
        fields.remove(COMPONENTS);
        fields.remove(UID);
        var changes = new ArrayList<Change>();
        for (var field : fields) {
            var before = there.get(field);
            var after = read.get(field);
            if (Objects.equals(before, after)) {
                continue;
            }
            if (MEMBERS.contains(field)) {
                members(changes, uid, field, before, after);
            } else {
                changes.add(new SetField(uid, field, null, after));
            }
        }
        return changes;
    }

    private static void members(
            List<Change> into,
            String uid,
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        var names = new LinkedHashSet<String>();
        for (var side : new JsonNode[] {before, after}) {
            if (side != null) {
                names.addAll(side.propertyNames());
            }
        }
        for (var name : names) {
            var value = after == null ? null : after.get(name);
            if (!Objects.equals(before == null ? null : before.get(name), value)) {
                into.add(new SetField(uid, field, name, value));
            }
        }
    }

    private static ObjectNode without(ObjectNode part, String name) {
        var copy = PageDocument.object();
        part.properties()
                .forEach(member -> {
                    if (!member.getKey().equals(name)) {
                        copy.set(member.getKey(), member.getValue());
                    }
                });
        return copy;
    }

    private static void put(ObjectNode owner, String name, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            owner.remove(name);
        } else {
            owner.set(name, value);
        }
    }

    private @Nullable ObjectNode rule(ObjectNode rule) {
        var alone = PageDocument.object();
        alone.putArray("styles").add(rule);
        var read = parse(alone, PageDocument.uid(rule)).path("styles").path(0);
        return read instanceof ObjectNode kept ? kept : null;
    }

    private @Nullable ObjectNode component(ObjectNode component, boolean isBody) {
        var alone = PageDocument.object();
        var frame = PageDocument.object();
        if (isBody) {
            frame.set("component", component);
        } else {
            frame.putObject("component").putArray(COMPONENTS).add(component);
        }
        alone.putArray("pages").addObject().putArray("frames").add(frame);
        var uid = PageDocument.uid(component);
        var project = parse(alone, uid);
        // A style on the part itself becomes a rule, for an id that may be another's here.
        if (!project.path("styles").isEmpty()) {
            throw new ChangesRefused(uid, "style_outside_of_rules");
        }
        var body = project.path("pages").path(0).path("frames").path(0).path("component");
        var read = isBody ? body : body.path(COMPONENTS).path(0);
        return read instanceof ObjectNode kept ? kept : null;
    }

    private static ObjectNode parse(ObjectNode alone, String uid) {
        return switch (ProjectParser.parse(alone)) {
            case ParsedProject.Accepted(var project, var _) -> project.toJson();
            case ParsedProject.Refused(var problems) ->
                    throw new ChangesRefused(uid, problems.getFirst().code());
        };
    }
}
