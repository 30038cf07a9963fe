package io.jium.acceptance.reference;

import static io.jium.acceptance.reference.Reference.cell;

import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.contracts.event.Event;
import io.jium.platform.events.EventTypes;
import io.jium.platform.host.JiumService;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class EventsReferenceTest {

    private static final String HEAD =
            """
            # Events

            What services tell each other. Each is told with the transaction in which it happens, arrives in the order of the thing it is
            about, and takes effect once. All are kept: who begins to hear a type hears it from the beginning.

            This page is generated from the code (`mvn test -pl acceptance -am -Djium.generate=true`).

            | event | when | about | members | heard by |
            | --- | --- | --- | --- | --- |
            """;

    private static final Pattern SENTENCE =
            Pattern.compile("(?s)/\\*\\*\\s*(?:\\* )?(.*?)\\s*(?:\\*/|\\n \\*\\s*\\n)");

    @Test
    void theCatalogueSaysWhatTheCodeTells() throws IOException {
        var text = new StringBuilder(HEAD);
        for (var event : events()) {
            text.append(
                    "| `%s` | %s | `%s` | %s | %s |\n"
                            .formatted(
                                    EventTypes.name(event),
                                    cell(description(event)),
                                    about(event),
                                    members(event),
                                    hearers(event)));
        }
        new Reference("events.md", text.toString()).check();
    }

    private static List<Class<? extends Event>> events() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Event.class));
        return scanner.findCandidateComponents("io.jium.contracts").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .<Class<? extends Event>>map(name ->
                        ClassUtils.resolveClassName(name, Event.class.getClassLoader())
                                .asSubclass(Event.class))
                .sorted(Comparator.comparing(EventTypes::name))
                .toList();
    }

    /** The sentences before the record: its Javadoc as far as the first blank line. */
    private static String description(Class<?> event) throws IOException {
        var file =
                Product.folder()
                        .resolve("contracts/src/main/java")
                        .resolve(event.getName().replace('.', '/') + ".java");
        var comment = SENTENCE.matcher(Files.readString(file));
        if (!comment.find()) {
            throw new AssertionError(event + " does not say when it is told");
        }
        return comment.group(1).replaceAll("\\s*\\n \\* ?", " ").strip();
    }

    private static String about(Class<? extends Event> event) {
        var components = event.getRecordComponents();
        try {
            var arguments = new Object[components.length];
            for (var n = 0; n < arguments.length; n++) {
                arguments[n] = components[n].getType() == long.class ? (Object) 0L : "";
            }
            var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
            var made = event.getDeclaredConstructor(types).newInstance(arguments);
            return made.about().replaceAll("0$", "<id>");
        } catch (ReflectiveOperationException notMade) {
            throw new LinkageError(event + " has members of other types", notMade);
        }
    }

    private static String members(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .map(component ->
                        "`"
                                + component
                                        .getName()
                                        .replaceAll("([A-Z])", "_$1")
                                        .toLowerCase(java.util.Locale.ROOT)
                                + "`")
                .collect(Collectors.joining(", "));
    }

    private static String hearers(Class<?> event) {
        var hearers =
                Jium.SERVICES.stream()
                        .filter(service ->
                                List.of(
                                                Objects.requireNonNull(
                                                                service.getAnnotation(
                                                                        JiumService.class))
                                                        .hears())
                                        .contains(event))
                        .map(Product::name)
                        .collect(Collectors.joining(", "));
        return hearers.isEmpty() ? "nobody yet" : hearers;
    }
}
