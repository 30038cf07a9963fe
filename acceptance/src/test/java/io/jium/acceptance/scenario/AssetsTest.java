package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@InEveryTopology
class AssetsTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    AssetsTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aPictureIsKeptAndAnsweredToWhoeverKnowsItsAddress() {
        var picture = picture(31, 17);
        var asset = site.upload("봄 풍경.png", picture).expect(201);
        assertThat(asset.at("media_type").asString()).isEqualTo("image/png");
        assertThat(asset.at("width").asInt()).isEqualTo(31);
        assertThat(asset.at("height").asInt()).isEqualTo(17);
        assertThat(asset.at("bytes").asInt()).isEqualTo(picture.length);

        var file = jium.anybody().get(asset.at("url").asString()).expect(200);
        assertThat(file.body()).isEqualTo(picture);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("Cache-Control")).contains("immutable");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theSameFileTwiceIsOneAsset() {
        var first = site.upload("same.png", picture(5, 5)).expect(201);
        assertThat(site.upload("same.png", picture(5, 5)).expect(201).id()).isEqualTo(first.id());
        assertThat(owner.get("/builder/assets?service_id=" + site.id()).data()).hasSize(1);
    }

    @Test
    void aDeletedAssetIsNoLongerListed() {
        var asset = site.upload("short-lived.png", picture(3, 3)).expect(201);
        owner.delete("/builder/assets/" + asset.id()).expect(204);
        assertThat(owner.get("/builder/assets?service_id=" + site.id()).data()).isEmpty();
        owner.delete("/builder/assets/" + asset.id()).expectProblem(404, "not_found");
    }

    @Test
    void whatIsNoPictureFilmSoundFontOrDocumentIsRefused() {
        site.upload("page.png", "<html><script>1</script>".getBytes(StandardCharsets.UTF_8))
                .expectProblem(415, "unsupported_file");
        site.upload("empty.png", new byte[0]).expectProblem(415, "unsupported_file");
        assertThat(owner.get("/builder/assets?service_id=" + site.id()).data()).isEmpty();
    }

    private static byte[] picture(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
