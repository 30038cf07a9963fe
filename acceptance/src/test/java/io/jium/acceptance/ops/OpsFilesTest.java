package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.acceptance.ops.Part.Files;
import io.jium.acceptance.reference.Generated;
import io.jium.platform.host.Host;
import io.jium.platform.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpsFilesTest {

    private static final Pattern SETTING = Pattern.compile("JIUM_[A-Z_]*[A-Z]");

    /** What our own scripts read; the program never sees it. */
    private static final Pattern OF_SCRIPTS =
            Pattern.compile(
                    "JIUM_(JAVA_OPTIONS|IMAGE|CLUSTER_DIR|CLUSTER_BASE|CORS_ORIGIN|KONG_KEYS|[A-Z]+_TARGET)");

    static List<Generated> rendered() {
        return OpsFiles.rendered();
    }

    static Stream<Path> yaml() {
        return OpsFiles.files("", ".yaml", ".yml").stream();
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void theFileSaysWhatTheDescriptionSays(Generated file) throws IOException {
        file.check();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void everyYamlFileCanBeRead(Path file) {
        // Kong's file is filled in with envsubst.
        var filled =
                OpsFiles.text(file).replaceAll("\\$\\{JIUM_[A-Z]+_(TARGET|ORIGIN|KEYS)}", "{}");
        assertThat(Yaml.documents(filled)).isNotEmpty();
    }

    @Test
    void everyVariableOfJiumIsASetting() {
        var known =
                Host.settingsRecords(Jium.SERVICES, Jium.FRONTS).stream()
                        .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                        .map(component ->
                                Objects.requireNonNull(component.getAnnotation(Setting.class))
                                        .name())
                        .collect(Collectors.toSet());
        var named = new TreeSet<String>();
        var guides =
                Stream.of("operating.md", "operating.ko.md")
                        .map(Product.folder().resolve("docs")::resolve);
        Stream.concat(OpsFiles.files("").stream(), guides)
                .forEach(file ->
                        SETTING.matcher(OpsFiles.text(file))
                                .results()
                                .map(found -> found.group().replaceAll("_FILE$", ""))
                                .filter(name -> !OF_SCRIPTS.matcher(name).matches())
                                .forEach(named::add));
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(known).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("namingAll")
    void everyServiceIsNamedIn(Path file) {
        for (var service : Product.services()) {
            assertThat(file).content().containsPattern("\\b%s\\b".formatted(service));
        }
    }

    /** Rendered by hand or by others. */
    static Stream<Path> namingAll() {
        return Stream.of("cluster/cluster.sh", "kong/kong.yml", "kong/admin.sh")
                .map(OpsFiles.folder()::resolve)
                .filter(java.nio.file.Files::exists);
    }

    @Test
    void whoeverKeepsFilesHasTheFolderOfSites() {
        var keepers =
                Product.services().stream()
                        .filter(service ->
                                sources(service)
                                        .anyMatch(text ->
                                                text.contains("Blobs")
                                                        || text.contains("ReleaseLayout")))
                        .toList();
        assertThat(Deployment.parts())
                .filteredOn(part -> part.files() == Files.WRITE)
                .extracting(Part::name)
                .containsExactlyElementsOf(keepers);
    }

    private static Stream<String> sources(String service) {
        var folder = Path.of("..", "services", service, "src", "main", "java");
        return OpsFiles.files(folder.toString(), ".java").stream().map(OpsFiles::text);
    }

    @Test
    void everyMeterThatAlertsLookAtIsOneOfOurs() {
        var alerts = OpsFiles.text(OpsFiles.folder().resolve("observability/alerts.yaml"));
        var meters =
                OpsFiles.files("../platform/src/main/java", ".java").stream()
                        .map(OpsFiles::text)
                        .collect(Collectors.joining());
        var named =
                Pattern.compile("jium_[a-z_]+")
                        .matcher(alerts)
                        .results()
                        .map(found ->
                                found.group()
                                        .replaceAll("(_seconds)?(_bucket|_count|_sum|_max)?$", ""))
                        .collect(Collectors.toSet());
        assertThat(named)
                .isNotEmpty()
                .allMatch(name -> meters.contains('"' + name.replace('_', '.') + '"'));
    }

    @Test
    void composeNamesNothingThatItDoesNotHave() {
        var compose =
                Stream.of("compose.yaml", "parts.yaml")
                        .map(name ->
                                Yaml.documents(
                                                OpsFiles.text(
                                                        OpsFiles.folder()
                                                                .resolve("compose")
                                                                .resolve(name)))
                                        .getFirst())
                        .toList();
        for (var kind : List.of("networks", "volumes", "secrets", "depends_on")) {
            var there =
                    compose.stream()
                            .flatMap(file ->
                                    file
                                            .at(kind.equals("depends_on") ? "services" : kind)
                                            .map()
                                            .keySet()
                                            .stream())
                            .toList();
            assertThat(there).doesNotHaveDuplicates();
            assertThat(compose.stream().flatMap(file -> used(file, kind)))
                    .as(kind)
                    .isSubsetOf(there);
        }
    }

    @Test
    void composeTellsKongWhereEveryServiceIs() {
        var script = OpsFiles.folder().resolve("kong/admin.sh");
        assertThat(script).exists();
        var targets =
                Pattern.compile("JIUM_[A-Z]+_TARGET")
                        .matcher(OpsFiles.text(script))
                        .results()
                        .map(found -> found.group())
                        .toList();
        assertThat(targets).isNotEmpty();
        assertThat(OpsFiles.folder().resolve("compose/parts.yaml")).content().contains(targets);
    }

    private static Stream<String> used(Yaml file, String kind) {
        return file.at("services").map().keySet().stream()
                .map(name -> file.at("services", name))
                .flatMap(service ->
                        service.map().get(kind) instanceof List<?>
                                ? service.texts(kind).stream()
                                : service.at(kind).map().keySet().stream())
                .filter(name -> !name.startsWith("."))
                .map(name -> name.replaceAll(":.*", ""));
    }
}
