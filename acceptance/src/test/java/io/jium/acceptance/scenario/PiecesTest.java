package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.endpoint.Calls;
import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What belongs to a site beside its pages. */
@InEveryTopology
class PiecesTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    PiecesTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void oldAddressesLeadOn() {
        site.addPage("about").expect(201);
        redirects(
                        redirect("/old.php", "/about?from=old#team", true),
                        redirect("/%EC%98%9B%EA%B8%B8", "https://example.com/길", false))
                .expect(200);
        assertThat(owner.get(redirectsPath()).expect(200).at("redirects/1/from").asString())
                .isEqualTo("/옛길");
        site.publish();

        var moved = visitor().get("/old.php");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo("/about?from=old#team");
        var away = visitor().get("/%EC%98%9B%EA%B8%B8");
        assertThat(away.status()).isEqualTo(302);
        assertThat(away.header("Location")).isEqualTo("https://example.com/%EA%B8%B8");

        redirects().expect(200);
        site.publish();
        visitor().get("/old.php").expect(404);
    }

    @Test
    void redirectsThatLeadNowhereAreRefusedAndNothingChanges() {
        site.addPage("about").expect(201);
        redirects(redirect("/kept", "/about", true)).expect(200);
        assertThat(
                        redirects(
                                        redirect("/a", "/b", true),
                                        redirect("/b", "/c", true),
                                        redirect("/c", "/c.html", true),
                                        redirect("/a/", "/about", true),
                                        redirect("/about", "/", true),
                                        redirect("/x?y", "/about", true),
                                        redirect("/../y", "/about", true),
                                        redirect("/d", "http://example.com", true),
                                        redirect("/e", "//example.com", true),
                                        redirect("/f", "javascript:alert(1)", true))
                                .expect(422)
                                .errors())
                .containsExactlyInAnyOrder(
                        "redirects.0.to:redirect_chain",
                        "redirects.1.to:redirect_chain",
                        "redirects.2.to:redirect_loop",
                        "redirects.3.from:taken",
                        "redirects.4.from:page_there",
                        "redirects.5.from:invalid",
                        "redirects.6.from:invalid",
                        "redirects.7.to:invalid",
                        "redirects.8.to:invalid",
                        "redirects.9.to:invalid");
        var many = new ArrayList<Map<String, Object>>();
        for (var n = 0; n <= 500; n++) {
            many.add(redirect("/old-" + n, "/about", true));
        }
        assertThat(owner.put(redirectsPath(), Map.of("redirects", many)).expect(422).errors())
                .containsExactly("redirects:too_many");
        assertThat(owner.get(redirectsPath()).at("redirects").size()).isEqualTo(1);
        many.removeLast();
        owner.put(redirectsPath(), Map.of("redirects", many)).expect(200);
    }

    @Test
    void aPageOfTheSiteIsShownWhereNothingIs() {
        var lost = site.addPage("lost").expect(201);
        owner.with("If-Match", lost.etag())
                .put("/builder/pages/" + lost.id(), Map.of("content", Site.linkingTo("about")))
                .expect(200);
        assertThat(settings(Map.of("not_found_page_id", site.homePage())).expect(422).errors())
                .containsExactly("not_found_page_id:unknown");
        settings(Map.of("not_found_page_id", lost.id())).expect(200);
        site.publish();

        var answer = visitor().get("/deep/inside/nothing").expect(404);
        assertThat(answer.text())
                .contains("href=\"/about\"")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"canonical\"");
        visitor().get("/lost").expect(404);
        assertThat(visitor().get("/sitemap.xml").text()).doesNotContain("lost");
    }

    @Test
    void theOwnersCodeRunsOnTheSiteAlone() {
        settings(
                        Map.of(
                                "header_script", "<script>first()</script>",
                                "footer_script", "<script>last()</script>",
                                "custom_js", "own()"))
                .expect(200);
        site.publish();
        assertThat(visitor().get("/").expect(200).text()).contains("first()", "last()", "own()");
        assertThat(
                        owner.get("/builder/pages/%d/preview".formatted(site.homePage()))
                                .expect(200)
                                .text())
                .doesNotContain("first()", "last()", "own()");
    }

    @Test
    void networksAndBrowsersGetThePicturesThatWereChosen() {
        var picture = site.upload("card.gif", Calls.PICTURE).expect(201).at("url").asString();
        settings(Map.of("social_image_url", picture, "favicon_url", picture)).expect(200);
        assertThat(settings(Map.of("social_image_url", "javascript:x")).expect(422).errors())
                .containsExactly("social_image_url:invalid");
        site.publish();
        var html = visitor().get("/").expect(200).text();
        var card =
                Pattern.compile(
                                "property=\"og:image\" content=\"http[^\"]*localhost[^/]*(/[^\"]+)\"")
                        .matcher(html);
        assertThat(card.find()).isTrue();
        assertThat(visitor().get(card.group(1)).expect(200).header("Content-Type"))
                .isEqualTo("image/gif");
        assertThat(html)
                .contains("<link rel=\"icon\" href=\"" + card.group(1) + "\"")
                .contains("summary_large_image");
    }

    @Test
    void cookiesAreToldOfWhereTheOwnerWantsIt() {
        site.publish();
        assertThat(visitor().get("/").text()).doesNotContain("jium-cookies");
        var notice = Map.of("enabled", true, "text", "Crumbs <b>here</b>", "policy_url", "/about");
        settings(Map.of("cookie_notice", notice)).expect(200);
        site.publish();
        assertThat(visitor().get("/").expect(200).text())
                .contains("Crumbs &lt;b&gt;here&lt;/b&gt;", "<a href=\"/about\">", "hidden");
        var odd = Map.of("enabled", true, "policy_url", "javascript:alert(1)");
        assertThat(settings(Map.of("cookie_notice", odd)).expect(422).errors())
                .containsExactly("cookie_notice.policy_url:invalid");
    }

    private Answer settings(Map<String, Object> settings) {
        return owner.put("/builder/settings/" + site.id(), settings);
    }

    private String redirectsPath() {
        return "/builder/redirects/" + site.id();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private Answer redirects(Map<String, Object>... redirects) {
        return owner.put(redirectsPath(), Map.of("redirects", List.of(redirects)));
    }

    private static Map<String, Object> redirect(String from, String to, boolean permanent) {
        return Map.of("from", from, "to", to, "permanent", permanent);
    }

    private Client visitor() {
        return jium.visitor(site.slug());
    }
}
