package io.jium.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The strongest wall: another service is not even on a service's compile path. */
class MavenWallsTest {

    private static final Set<String> GROUND = Set.of("jium-contracts", "jium-platform");

    @ParameterizedTest
    @MethodSource
    void aServiceIsBuiltOnContractsAndPlatformOnly(Path pom) throws Exception {
        assertThat(ownDependencies(pom)).isSubsetOf(GROUND);
    }

    static Stream<Path> aServiceIsBuiltOnContractsAndPlatformOnly() throws IOException {
        return folders().stream().map(folder -> folder.resolve("pom.xml"));
    }

    @Test
    void everyServiceFolderIsAServiceOfTheProgram() throws IOException {
        assertThat(folders().stream().map(folder -> folder.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(Product.services());
    }

    @Test
    void aPlantedDependencyOnAnotherServiceIsCaught() throws Exception {
        var planted =
                Path.of(
                        MavenWallsTest.class
                                .getResource("/walls/planted/service-on-a-service.xml")
                                .toURI());
        assertThat(ownDependencies(planted)).containsExactly("jium-contracts", "jium-plum");
    }

    private static List<Path> folders() throws IOException {
        try (var folders = Files.list(Product.folder().resolve("services"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
        }
    }

    /** Artifacts of this project that a module depends on, in whatever scope. */
    private static List<String> ownDependencies(Path pom) throws Exception {
        var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var dependencies = xml.getElementsByTagName("dependency");
        var own = new ArrayList<String>();
        for (var i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            if (text(dependency, "groupId").matches("io\\.jium|\\$\\{project\\.groupId}")) {
                own.add(text(dependency, "artifactId"));
            }
        }
        return own;
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent().strip();
    }
}
