package io.jium.acceptance.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jium.acceptance.Product;
import java.util.List;

/**
 * What the walls stand in: the product, or a small planted one that breaks every rule.
 *
 * @param base package of everything
 * @param services their names; each lives in {@code <base>.<name>}
 * @param migrations folder of class path resources; a service's lie in {@code <it>/<name>}
 */
record House(String base, List<String> services, String migrations, JavaClasses classes) {

    private static final ImportOption NO_TESTS = location -> !location.contains("-tests.jar");

    static House product() {
        var services = Product.services();
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(NO_TESTS)
                        .withImportOption(location -> !location.contains("/io/jium/acceptance/"))
                        .importPackages("io.jium");
        return new House("io.jium", services, "db", classes);
    }

    static House planted() {
        var base = "io.jium.acceptance.walls.planted";
        return new House(
                base,
                List.of("cherry", "plum"),
                "walls/planted",
                new ClassFileImporter().importPackages(base));
    }

    String service(String name) {
        return base + "." + name;
    }

    /** Of everything that belongs to the service. */
    String within(String name) {
        return service(name) + "..";
    }

    String[] withinServices() {
        return services.stream().map(this::within).toArray(String[]::new);
    }
}
