package io.jium.acceptance;

import io.jium.Jium;
import io.jium.platform.host.JiumService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The product as it is built: its services, and where its sources are. */
public final class Product {

    private Product() {}

    /** Names of all services, as the program lists them. */
    public static List<String> services() {
        return Jium.SERVICES.stream().map(Product::name).toList();
    }

    /** The name of a service by its public type. */
    public static String name(Class<?> service) {
        return Objects.requireNonNull(service.getAnnotation(JiumService.class)).name();
    }

    /** The folder of the whole project. */
    public static Path folder() {
        var folder = Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
        while (!Files.exists(folder.resolve("contracts").resolve("pom.xml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }
}
