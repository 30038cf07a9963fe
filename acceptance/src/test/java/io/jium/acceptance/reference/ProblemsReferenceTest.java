package io.jium.acceptance.reference;

import static io.jium.acceptance.reference.Reference.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsReferenceTest {

    private static final String HEAD =
            """
            # Problems

            Every error is `application/problem+json` (RFC 9457) with a stable `code`. Titles and details come in the
            language of `Accept-Language`, Korean or English; `{0}` stands for a value.

            This page is generated from the catalogues (`mvn test -pl acceptance -am -Djium.generate=true`).
            """;

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    /** Where the source writes codes of problems. */
    private static final List<Pattern> CODES =
            List.of(
                    Pattern.compile("new Refusal\\(\\s*[^,;\"]+,\\s*\"([a-z_]+)\""),
                    Pattern.compile("super\\(\\s*HttpStatus[^,;\"]+,\\s*\"([a-z_]+)\""));

    /** Where it writes codes of fields. */
    private static final List<Pattern> FIELD_CODES =
            List.of(
                    Pattern.compile("InvalidFields\\.of\\(\\s*[^,;]+,\\s*\"([a-z_]+)\""),
                    Pattern.compile("new InvalidField\\(\\s*[^,;]+,\\s*\"([a-z_]+)\""),
                    Pattern.compile("mistake\\(\\s*\"[^\"]+\",\\s*\"([a-z_]+)\""));

    /** Why an archive or a page is not taken over. */
    private static final Pattern IMPORT_REASONS =
            Pattern.compile(
                    "(?:unfit|new SiteImport\\.Refused)\\(\\s*\"([a-z_]+)\",|return \"(archive_[a-z_]+)\"");

    static Stream<String> catalogues() {
        return Catalogues.names();
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void bothLanguagesSayTheSameThings(String name) {
        var korean = Catalogues.texts(name, "ko");
        var english = Catalogues.texts(name, "en");
        assertThat(english.keySet()).isEqualTo(korean.keySet());
        assertThat(english.values()).noneMatch(text -> HANGUL.matcher(text).find());
        korean.forEach((key, text) -> {
            assertThat(placeholders(text))
                    .as(key)
                    .isEqualTo(placeholders(english.getOrDefault(key, "")));
            assertThat(text).as(key).isNotBlank();
        });
    }

    private static int placeholders(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void noTwoCataloguesGiveTheSameKeyDifferentTexts() {
        var seen = new HashMap<String, String>();
        Catalogues.names()
                .forEach(name ->
                        Catalogues.texts(name, "ko")
                                .forEach((key, text) ->
                                        assertThat(seen.merge(key, text, (a, b) -> a))
                                                .as(name + ": " + key)
                                                .isEqualTo(text)));
    }

    @Test
    void everyTitleHasADetail() {
        var texts = Catalogues.all("ko").keySet();
        assertThat(texts)
                .filteredOn(key -> key.endsWith(".detail"))
                .allMatch(key -> texts.contains(key.replace(".detail", "")));
    }

    @Test
    void everyCodeInTheSourceHasATextInBothLanguages() throws IOException {
        var wanted = new TreeSet<String>();
        for (var source : sources()) {
            var text = Files.readString(source);
            CODES.forEach(pattern ->
                    pattern.matcher(text)
                            .results()
                            .forEach(code -> {
                                wanted.add(code.group(1));
                                wanted.add(code.group(1) + ".detail");
                            }));
            IMPORT_REASONS
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(reason -> wanted.add("import_refused." + reason));
            FIELD_CODES.forEach(pattern ->
                    pattern.matcher(text)
                            .results()
                            .forEach(code -> wanted.add("field." + code.group(1))));
        }
        assertThat(wanted).hasSizeGreaterThan(20);
        for (var language : List.of("ko", "en")) {
            assertThat(wanted)
                    .as("codes without a text in " + language)
                    .isSubsetOf(Catalogues.all(language).keySet());
        }
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var module : List.of("platform", "services", "gateway", "edge")) {
            try (var files = Files.walk(Product.folder().resolve(module))) {
                files.filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file -> file.toString().endsWith(".java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    @Test
    void theReferenceSaysWhatTheCataloguesSay() throws IOException {
        var korean = Catalogues.all("ko");
        var english = Catalogues.all("en");
        var text = new StringBuilder(HEAD);
        text.append("\n## Codes\n\n| code | 한국어 | English |\n| --- | --- | --- |\n");
        korean.keySet().stream()
                .filter(key -> korean.containsKey(key + ".detail"))
                .forEach(code ->
                        text.append(
                                "| `%s` | **%s**<br>%s | **%s**<br>%s |\n"
                                        .formatted(
                                                code,
                                                shown(korean, code),
                                                shown(korean, code + ".detail"),
                                                shown(english, code),
                                                shown(english, code + ".detail"))));
        text.append("\n## Codes of fields\n\nIn `errors` of `validation_failed`.\n\n");
        text.append("| code | 한국어 | English |\n| --- | --- | --- |\n");
        korean.keySet().stream()
                .filter(key -> key.startsWith("field."))
                .forEach(key ->
                        text.append(
                                "| `%s` | %s | %s |\n"
                                        .formatted(
                                                key.substring("field.".length()),
                                                shown(korean, key),
                                                shown(english, key))));
        new Reference("problems.md", text.toString()).check();
    }

    private static String shown(Map<String, String> texts, String key) {
        return cell(Catalogues.shown(texts, key));
    }
}
