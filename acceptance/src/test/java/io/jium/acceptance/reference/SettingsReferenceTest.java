package io.jium.acceptance.reference;

import static io.jium.acceptance.reference.Reference.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.platform.host.Host;
import io.jium.platform.host.HostSettings;
import io.jium.platform.host.JiumService;
import io.jium.platform.settings.Setting;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

    private static final String HEAD =
            """
            # Settings

            Jium is set up by environment variables. Every one can also be given as a file: `<NAME>_FILE` names it.
            An unknown name that starts with `JIUM_`, or a value that does not fit, stops the start; all mistakes are told at once.

            This page is generated from the code (`mvn test -pl acceptance -am -Djium.generate=true`).
            """;

    @Test
    void theReferenceSaysWhatTheCodeReads() throws IOException {
        var text = new StringBuilder(HEAD);
        table("The process", HostSettings.class, text);
        for (var service : Jium.SERVICES) {
            for (var record : definition(service).settings()) {
                table("The service " + Product.name(service), record, text);
            }
        }
        for (var front : Jium.FRONTS) {
            front.settings().forEach(record -> table("The " + front.part(), record, text));
        }
        new Reference("settings.md", text.toString()).check();
    }

    @Test
    void everySettingHasANameOfItsOwnAndAnExplanation() {
        var settings =
                Host.settingsRecords(Jium.SERVICES, Jium.FRONTS).stream()
                        .flatMap(record -> settings(record).stream())
                        .toList();
        assertThat(settings).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(settings)
                .allSatisfy(setting -> {
                    assertThat(setting.name()).matches("JIUM_[A-Z_]+[A-Z]");
                    assertThat(setting.help()).as(setting.name()).endsWith(".");
                });
    }

    private static JiumService definition(Class<?> service) {
        return Objects.requireNonNull(service.getAnnotation(JiumService.class));
    }

    private static List<Setting> settings(Class<? extends Record> record) {
        var settings = new ArrayList<Setting>();
        for (RecordComponent component : record.getRecordComponents()) {
            settings.add(Objects.requireNonNull(component.getAnnotation(Setting.class)));
        }
        return settings;
    }

    private static void table(String title, Class<? extends Record> record, StringBuilder into) {
        into.append("\n## ").append(title).append("\n\n");
        into.append("| name | default | values | what it does |\n| --- | --- | --- | --- |\n");
        for (var component : record.getRecordComponents()) {
            var setting = Objects.requireNonNull(component.getAnnotation(Setting.class));
            into.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    setting.name(),
                                    setting.standard().isEmpty()
                                            ? "–"
                                            : "`" + setting.standard() + "`",
                                    setting.secret() ? "a secret" : values(component.getType()),
                                    cell(setting.help())));
        }
    }

    private static String values(Class<?> type) {
        if (type.isEnum()) {
            return String.join(
                    ", ",
                    Arrays.stream(type.getEnumConstants())
                            .map(value ->
                                    "`" + value.toString().toLowerCase(java.util.Locale.ROOT) + "`")
                            .toList());
        }
        return switch (type.getSimpleName()) {
            case "int", "long" -> "a number";
            case "boolean" -> "`true`, `false`";
            case "Duration" -> "a duration: `30s`, `15m`, `24h`";
            case "Path" -> "a folder or file";
            case "URI" -> "an address";
            default -> "a text";
        };
    }
}
