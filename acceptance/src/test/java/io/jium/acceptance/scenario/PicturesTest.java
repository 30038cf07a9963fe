package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InEveryTopology
class PicturesTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    PicturesTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aVisitorGetsThePictureThatFitsHisScreen() {
        var picture = site.upload("우리 가게.jpg", photograph()).expect(201);
        owner.patch(
                        "/builder/assets/" + picture.id(),
                        Map.of("alt", "창가 자리", "focal_point", Map.of("x", 20, "y", 80)))
                .expect(200);
        show(picture);
        assertThat(site.publish().at("last/status").asString()).isEqualTo("live");

        var visitor = jium.visitor(site.slug());
        var page = visitor.get("/").expect(200).text();
        var image = found(page, "<img [^>]*>");
        assertThat(image)
                .contains("width=\"1200\" height=\"680\"")
                .contains("alt=\"창가 자리\"")
                .contains("decoding=\"async\"")
                .contains("fetchpriority=\"high\"")
                .contains("data-focus=\"20 80\"")
                .doesNotContain("loading=");
        assertThat(page).contains("object-position:20% 80%");
        var small = found(image, "/assets/[^ ]+-480-[0-9a-f]+\\.webp(?= 480w)");
        var file = visitor.get(encoded(small)).expect(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/webp");
        assertThat(file.header("Cache-Control")).contains("immutable");
        assertThat(new String(file.body(), 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
        assertThat(file.body().length).isLessThan(photograph().length / 3);
        var whole = found(image, "(?<=src=\")[^\"]+");
        assertThat(visitor.get(encoded(whole)).expect(200).header("Content-Type"))
                .isEqualTo("image/jpeg");
    }

    @Test
    void aPreviewShowsThePictureAsItWillBePublished() {
        var picture = site.upload("shop.jpg", photograph()).expect(201);
        var variants = variants(picture);
        show(picture);
        var preview = owner.get("/builder/pages/%d/preview".formatted(site.homePage())).expect(200);
        var smallest = variants.getFirst();
        assertThat(smallest.at("/width").asInt()).isEqualTo(480);
        assertThat(preview.text())
                .contains("width=\"1200\" height=\"680\"")
                .contains(smallest.at("/url").asString() + " 480w");
        var file = jium.anybody().get(smallest.at("/url").asString()).expect(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/webp");
        assertThat(file.body().length).isEqualTo(smallest.at("/bytes").asInt());
    }

    @Test
    void whatAPictureTellsIsNotKept() {
        var secret = "37.5665N Hong Gildong";
        var picture = site.upload("told.jpg", withComment(photograph(), secret)).expect(201);
        var kept = jium.anybody().get(picture.at("url").asString()).expect(200);
        assertThat(new String(kept.body(), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void theSamePictureIsOneWhateverItIsCalled() {
        var first = site.upload("one.jpg", photograph()).expect(201);
        assertThat(site.upload("two.jpg", photograph()).expect(201).id()).isEqualTo(first.id());
        var told = withComment(photograph(), "a copy");
        assertThat(site.upload("three.jpg", told).expect(201).id()).isEqualTo(first.id());
    }

    @Test
    void picturesAreFoundByName() {
        site.upload("봄 바다.jpg", photograph()).expect(201);
        site.upload("letter.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .expect(201);
        var list = "/builder/assets?service_id=" + site.id();
        assertThat(owner.get(list).data()).hasSize(2);
        assertThat(owner.get(list + "&pictures=true").data()).hasSize(1);
        assertThat(owner.get(list + "&q=%EB%B0%94%EB%8B%A4").data())
                .extracting(asset -> asset.at("/name").asString())
                .containsExactly("봄 바다.jpg");
        assertThat(owner.get(list + "&q=LETTER").data()).hasSize(1);
        assertThat(owner.get(list + "&q=%25").data()).isEmpty();
    }

    @Test
    void aPartOfAPictureIsAnother() {
        var whole = site.upload("whole.jpg", photograph()).expect(201);
        var crop = "/builder/assets/%d/crop".formatted(whole.id());
        var cut =
                owner.post(crop, Map.of("x", 100, "y", 50, "width", 400, "height", 300))
                        .expect(201);
        assertThat(cut.id()).isNotEqualTo(whole.id());
        assertThat(cut.at("width").asInt()).isEqualTo(400);
        assertThat(cut.at("height").asInt()).isEqualTo(300);
        assertThat(cut.at("name").asString()).isEqualTo("whole-400x300.jpg");
        var beyond =
                owner.post(crop, Map.of("x", 1_000, "y", 0, "width", 400, "height", 300))
                        .expectProblem(422, "validation_failed");
        assertThat(beyond.errors()).containsExactly("width:range");
    }

    @Test
    void whatIsUsedIsNotDeletedByMistake() {
        var picture = site.upload("used.jpg", photograph()).expect(201);
        show(picture);
        var path = "/builder/assets/" + picture.id();
        assertThat(owner.get(path).expect(200).at("used_by/0/slug").asString()).isEqualTo("index");
        var refused = owner.delete(path).expectProblem(409, "asset_in_use");
        assertThat(refused.at("used_by/0/id").asLong()).isEqualTo(site.homePage());
        owner.delete(path + "?force=true").expect(204);
        owner.get(path).expectProblem(404, "not_found");
    }

    @Test
    void anotherCustomerSeesAndChangesNothing() {
        var picture = site.upload("mine.jpg", photograph()).expect(201);
        var path = "/builder/assets/" + picture.id();
        var stranger = jium.customer().site().owner().client();
        stranger.get(path).expectProblem(404, "not_found");
        stranger.patch(path, Map.of("alt", "theirs")).expectProblem(404, "not_found");
        stranger.post(path + "/crop", Map.of("x", 0, "y", 0, "width", 9, "height", 9))
                .expectProblem(404, "not_found");
        stranger.delete(path + "?force=true").expectProblem(404, "not_found");
        assertThat(owner.get(path).expect(200).at("asset/alt").asString()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        var half = java.util.Arrays.copyOf(photograph(), 20_000);
        assertThat(site.upload("half.jpg", half).expectProblem(422, "picture_refused").at("reason"))
                .hasToString("\"damaged\"");
        assertThat(owner.get("/builder/assets?service_id=" + site.id()).data()).isEmpty();
    }

    private void show(Answer picture) {
        var path = "/builder/pages/" + site.homePage();
        owner.with("If-Match", owner.get(path).expect(200).etag())
                .put(path, Map.of("content", Site.showing(picture.at("url").asString())))
                .expect(200);
    }

    private List<JsonNode> variants(Answer picture) {
        return Eventually.get(
                "variants of " + picture.id(),
                () ->
                        Optional.of(owner.get("/builder/assets/" + picture.id()).expect(200))
                                .map(read -> read.at("asset/variants").valueStream().toList())
                                .filter(made -> !made.isEmpty()));
    }

    private static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as("%s in %s", pattern, text).isTrue();
        return match.group();
    }

    private static String encoded(String path) {
        return java.net.URI.create(path).toASCIIString();
    }

    /** A JPEG with a comment behind its first marker. */
    private static byte[] withComment(byte[] jpeg, String comment) {
        var text = comment.getBytes(StandardCharsets.US_ASCII);
        return java.nio.ByteBuffer.allocate(jpeg.length + text.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFFE)
                .putShort((short) (text.length + 2))
                .put(text)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Of the template for cafés: 1,200 by 680 pixels. */
    private static byte[] photograph() {
        var path = "/templates/cafe/images/hero.jpg";
        try (var file = PicturesTest.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
