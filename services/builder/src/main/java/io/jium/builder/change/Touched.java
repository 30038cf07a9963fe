package io.jium.builder.change;

import static io.jium.builder.change.PageDocument.COMPONENTS;

import io.jium.builder.change.Change.Insert;
import io.jium.builder.change.Change.Move;
import io.jium.builder.change.Change.Remove;
import io.jium.builder.change.Change.SetField;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What others changed since a writer looked. Two changes collide when both are of the same field or
 * place, or one takes away what the other is about.
 */
final class Touched {

    private static final String PLACE = "\u0000place";

    private final Set<Key> fields = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    private record Key(String at, String field, @Nullable String name) {}

    Touched(Iterable<Change> changes) {
        changes.forEach(change -> {
            parts.add(change.at());
            switch (change) {
                case SetField set -> fields.add(new Key(set.at(), set.field(), set.name()));
                case Move move -> fields.add(new Key(move.at(), PLACE, null));
                case Insert _, Remove _ -> {}
            }
        });
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * How a change collides with what others made of the page.
     *
     * @param page as the others left it, with what the writer changed before
     */
    Optional<Collision> collision(PageDocument page, Change change) {
        if (isEmpty()) {
            return Optional.empty();
        }
        return switch (change) {
            case SetField set -> field(page, set);
            case Insert insert -> into(page, insert, insert.at());
            case Move move -> place(page, move);
            case Remove remove ->
                    isChangedWithin(page, remove.at())
                            ? Optional.of(Collision.changed(remove, page.find(remove.at())))
                            : Optional.empty();
        };
    }

    private Optional<Collision> field(PageDocument page, SetField set) {
        if (!isThere(page, set.at())) {
            return Optional.of(Collision.gone(set));
        }
        var there = current(page, set);
        if (Objects.equals(there, set.value())) {
            return Optional.empty();
        }
        var isText = set.field().equals(COMPONENTS);
        if (fields.contains(new Key(set.at(), set.field(), set.name()))
                || (isText && isChangedWithin(page, set.at()))) {
            return Optional.of(Collision.changed(set, Optional.ofNullable(there)));
        }
        return around(page, set, page.parent(set.at()));
    }

    private static @Nullable JsonNode current(PageDocument page, SetField set) {
        return page.find(set.at())
                .map(part -> part.get(set.field()))
                .map(field -> set.name() == null ? field : field.get(set.name()))
                .orElse(null);
    }

    private Optional<Collision> place(PageDocument page, Move move) {
        if (fields.contains(new Key(move.at(), PLACE, null))
                || page.isWithin(move.into(), move.at())) {
            return Optional.of(Collision.changed(move, page.find(move.at())));
        }
        return isThere(page, move.at())
                ? around(page, move, page.parent(move.at())).or(() -> into(page, move, move.into()))
                : Optional.of(Collision.gone(move));
    }

    private Optional<Collision> into(PageDocument page, Change change, String holder) {
        return isThere(page, holder)
                ? around(page, change, holder)
                : Optional.of(Collision.gone(change));
    }

    /** What stands in a text that was written anew may be another's words. */
    private Optional<Collision> around(PageDocument page, Change change, String holder) {
        for (var at = holder; !at.isEmpty(); at = page.parent(at)) {
            if (fields.contains(new Key(at, COMPONENTS, null))) {
                return Optional.of(Collision.changed(change, page.find(at)));
            }
        }
        return Optional.empty();
    }

    private static boolean isThere(PageDocument page, String uid) {
        return page.isHolder(uid) || page.isRule(uid) || uid.equals(PageDocument.PROJECT);
    }

    private boolean isChangedWithin(PageDocument page, String holder) {
        return parts.stream().anyMatch(part -> page.isWithin(part, holder));
    }
}
