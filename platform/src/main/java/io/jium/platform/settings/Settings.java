package io.jium.platform.settings;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings records from the environment. Every component carries a {@link Setting}. A {@code
 * JIUM_} variable that no record knows, or a value that does not fit, is a mistake; {@link #read}
 * tells all mistakes together.
 */
public final class Settings {

    private static final String PREFIX = "JIUM_";

    private final Map<String, String> environment;
    private final List<Class<? extends Record>> records;

    /**
     * @param records every settings record of the program; together they name all known variables
     */
    public Settings(Map<String, String> environment, List<Class<? extends Record>> records) {
        this.environment = environment;
        this.records = List.copyOf(records);
    }

    /** All records by their class, or {@link WrongSettings}. */
    public Map<Class<? extends Record>, Record> read() {
        var mistakes = new ArrayList<String>(unknownNames());
        var read = new LinkedHashMap<Class<? extends Record>, Record>();
        for (var type : records) {
            read(type, mistakes, read);
        }
        if (!mistakes.isEmpty()) {
            throw new WrongSettings(mistakes);
        }
        return read;
    }

    private List<String> unknownNames() {
        var known = new LinkedHashSet<String>();
        for (var type : records) {
            for (var component : type.getRecordComponents()) {
                known.add(settingOf(component).name());
                known.add(settingOf(component).name() + "_FILE");
            }
        }
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .map(name -> "%s is not a setting%s".formatted(name, suggestion(name, known)))
                .toList();
    }

    private static String suggestion(String name, Set<String> known) {
        return known.stream()
                .filter(candidate -> distance(candidate, name) <= 3)
                .findFirst()
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("");
    }

    private void read(
            Class<? extends Record> type,
            List<String> mistakes,
            Map<Class<? extends Record>, Record> into) {
        var components = type.getRecordComponents();
        var arguments = new @Nullable Object[components.length];
        var before = mistakes.size();
        for (var i = 0; i < components.length; i++) {
            var setting = settingOf(components[i]);
            try {
                arguments[i] = convert(text(setting), components[i].getType(), setting.name());
            } catch (IllegalArgumentException wrong) {
                mistakes.add(wrong.getMessage());
            }
        }
        if (mistakes.size() > before) {
            return;
        }
        try {
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            into.put(type, constructor.newInstance(arguments));
        } catch (InvocationTargetException wrong) {
            mistakes.add(String.valueOf(wrong.getTargetException().getMessage()));
        } catch (ReflectiveOperationException wrong) {
            throw new LinkageError(type + " cannot be made", wrong);
        }
    }

    private @Nullable String text(Setting setting) {
        var value = environment.get(setting.name());
        if (value != null && !value.isBlank()) {
            return value.strip();
        }
        var file = environment.get(setting.name() + "_FILE");
        if (file != null && !file.isBlank()) {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(
                        "%s_FILE: %s cannot be read".formatted(setting.name(), file), unreadable);
            }
        }
        return setting.standard().isEmpty() ? null : setting.standard();
    }

    private static @Nullable Object convert(@Nullable String text, Class<?> type, String name) {
        if (text == null) {
            if (type.isPrimitive()) {
                throw new IllegalArgumentException(name + " is required");
            }
            return null;
        }
        try {
            return converted(text, type);
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    "%s: '%s' is not %s".formatted(name, text, expectation(type)), wrong);
        }
    }

    private static Object converted(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        }
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        if (type == boolean.class) {
            return switch (text) {
                case "true", "on", "yes" -> true;
                case "false", "off", "no" -> false;
                default -> throw new IllegalArgumentException();
            };
        }
        if (type == Path.class) {
            return Path.of(text).toAbsolutePath().normalize();
        }
        if (type == URI.class) {
            return URI.create(text);
        }
        if (type == Duration.class) {
            return Duration.parse("PT" + text.replace(" ", ""));
        }
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException();
    }

    private static String expectation(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.toString(type.getEnumConstants()).toLowerCase(java.util.Locale.ROOT);
        }
        if (type == Duration.class) {
            return "a duration such as 30s, 15m or 24h";
        }
        return "a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static Setting settingOf(RecordComponent component) {
        var setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new LinkageError(component + " has no @Setting");
        }
        return setting;
    }

    /** Levenshtein's distance, two rows. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (var i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
