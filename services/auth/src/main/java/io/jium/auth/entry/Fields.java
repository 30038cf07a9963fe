package io.jium.auth.entry;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.InvalidFields.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form and tells all its mistakes together. */
final class Fields {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 255;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Set<String> LOCALES = Set.of("ko", "en");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
                            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final List<InvalidField> mistakes = new ArrayList<>();

    /** 1 to 100 characters on one line, outer spaces removed. */
    String name(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return mistake("name", "required");
        }
        var name = text.strip();
        if (name.length() > 2 * LONGEST_NAME
                || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return mistake("name", "size", 1, LONGEST_NAME);
        }
        return name.codePoints().allMatch(Fields::isWritable) ? name : mistake("name", "invalid");
    }

    private static boolean isWritable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /** An address in lower case. */
    String email(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return mistake("email", "required");
        }
        var email = normalised(text);
        var at = email.indexOf('@');
        return email.length() <= LONGEST_EMAIL
                        && at <= LONGEST_LOCAL_PART
                        && EMAIL.matcher(email).matches()
                ? email
                : mistake("email", "email");
    }

    /** {@code ko} or {@code en}. */
    String locale(String text) {
        return LOCALES.contains(text) ? text : mistake("locale", "unknown");
    }

    /** Any text that is not empty. */
    String required(String field, @Nullable String text) {
        return text == null || text.isEmpty() ? mistake(field, "required") : text;
    }

    void add(Optional<InvalidField> mistake) {
        mistake.ifPresent(mistakes::add);
    }

    /** Refuses with 422 when there was a mistake. */
    void check() {
        if (!mistakes.isEmpty()) {
            throw new InvalidFields(mistakes);
        }
    }

    /**
     * How addresses are compared. What cannot be an address is shortened, to bound what we keep.
     */
    static String normalised(String email) {
        var plain = email.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST_EMAIL + 1 ? plain : plain.substring(0, LONGEST_EMAIL + 1);
    }

    private String mistake(String field, String code, Object... arguments) {
        mistakes.add(new InvalidField(field, code, List.of(arguments)));
        return "";
    }
}
