package io.jium.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} between the answer to an upload and its variants: the next life makes them. */
class PicturesKillTest {

    private static final int PICTURES = 6;

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyPictureThatWasTakenGetsItsVariants(Database database) throws IOException {
        var data = Files.createTempDirectory("jium-pictures");
        try {
            run(database, data);
        } finally {
            Installation.delete(data);
        }
    }

    private static void run(Database database, Path data) {
        Map<String, String> settings =
                database == Database.MARIADB ? Databases.mariaDb() : Map.of();
        var port = ChildProcess.freePort();
        var child = ChildProcess.start(data, port, settings);
        try {
            var base = child.base();
            var anybody = new Client(path -> base, Map.of());
            var site = Installation.signUp(anybody, "pictures@example.com").site("pictures");
            var taken = new ArrayList<Long>();
            for (var n = 0; n < PICTURES; n++) {
                taken.add(site.upload(n + ".jpg", picture(n)).expect(201).id());
            }
            child.kill();
            child = ChildProcess.start(data, port, settings);
            assertThat(taken.stream().filter(id -> !isMade(site, id)).count())
                    .as("pictures that were killed on their way")
                    .isPositive();
            Eventually.holds(
                    "variants of all pictures",
                    () -> taken.stream().allMatch(id -> isMade(site, id)));
            for (var id : taken) {
                for (var address : variants(site, id)) {
                    assertThat(anybody.get(address).expect(200).header("Content-Type"))
                            .isEqualTo("image/webp");
                }
            }
        } finally {
            child.close();
        }
    }

    private static boolean isMade(Site site, long id) {
        return !variants(site, id).isEmpty();
    }

    private static List<String> variants(Site site, long id) {
        return site.owner()
                .client()
                .get("/builder/assets/" + id)
                .expect(200)
                .at("asset/variants")
                .valueStream()
                .map(variant -> variant.at("/url").asString())
                .toList();
    }

    /** Each another one; grainy, so that it takes a while. */
    private static byte[] picture(int seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(2_000, 1_200, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int light = (x / 10 + y / 8 + random.nextInt(40)) & 0xFF;
                picture.setRGB(x, y, light << 16 | (255 - light) << 8 | light / 2);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
