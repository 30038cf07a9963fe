package io.jium.auth.password;

import io.jium.platform.problem.InvalidFields.InvalidField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which passwords are accepted: long enough, not everybody's, not the e-mail address. */
@Component
public class PasswordPolicy {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private final Set<String> common = common();

    PasswordPolicy() {}

    /**
     * What is wrong with a new password, if anything.
     *
     * @param field the name of the field it came in
     */
    public Optional<InvalidField> mistake(String field, @Nullable String password, String email) {
        if (password == null || password.isEmpty()) {
            return Optional.of(new InvalidField(field, "required", List.of()));
        }
        // Counted in units first: a huge text is not worth counting its characters.
        if (password.length() > 2 * LONGEST || !fits(password)) {
            return Optional.of(new InvalidField(field, "size", List.of(SHORTEST, LONGEST)));
        }
        if (password.codePoints().anyMatch(PasswordPolicy::isHalfACharacter)) {
            return Optional.of(new InvalidField(field, "invalid", List.of()));
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (common.contains(plain)) {
            return Optional.of(new InvalidField(field, "common", List.of()));
        }
        if (!email.isEmpty() && (plain.contains(email) || plain.equals(localPart(email)))) {
            return Optional.of(new InvalidField(field, "contains_email", List.of()));
        }
        return Optional.empty();
    }

    private static boolean isHalfACharacter(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    private static boolean fits(String password) {
        var characters = password.codePointCount(0, password.length());
        return characters >= SHORTEST && characters <= LONGEST;
    }

    private static String localPart(String email) {
        var at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static Set<String> common() {
        try (var list = PasswordPolicy.class.getResourceAsStream("/auth/common-passwords.txt")) {
            if (list == null) {
                throw new LinkageError("common-passwords.txt is not on the class path");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
