package io.jium.acceptance.endpoint;

import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import java.util.List;
import java.util.Map;

/** Somebody with a site, and the ids of everything that belongs to it. */
public record Belongings(
        Customer customer,
        Site site,
        long page,
        Trashed trashed,
        String savedAt,
        String etag,
        String previewToken,
        long asset,
        String assetAddress,
        long release,
        long session,
        long subscription,
        long template,
        Spoken spoken) {

    /** Two pages in the trash. */
    public record Trashed(long toTakeOut, long toErase) {}

    private static long trashed(Site site, String slug) {
        var page = site.addPage(slug).expect(201);
        site.owner().client().delete("/builder/pages/" + page.id()).expect(204);
        return page.id();
    }

    /** The site gets two more languages, the page a translation into the first of them. */
    private static void translated(Site site, long page) {
        site.owner()
                .client()
                .put(
                        "/builder/sites/%d/languages".formatted(site.id()),
                        Map.of(
                                "main",
                                "ko",
                                "further",
                                List.of(Map.of("language", "ja"), Map.of("language", "fr"))))
                .expect(200);
        site.owner()
                .client()
                .post(
                        "/builder/pages/%d/translations".formatted(page),
                        Map.of("language", "ja", "title", "Translated"))
                .expect(201);
    }

    /** A board with a post, and their versions. */
    public record Spoken(long board, String boardEtag, long post, String postEtag) {

        private static Spoken on(Site site) {
            var client = site.owner().client();
            var board =
                    client.post(
                                    "/content/boards",
                                    Map.of("service_id", site.id(), "name", "Own", "slug", "own"))
                            .expect(201);
            var post =
                    client.post(
                                    "/content/boards/%d/posts".formatted(board.id()),
                                    Map.of(
                                            "title", "Own",
                                            "content", "<p>Public words",
                                            "status", "published"))
                            .expect(201);
            return new Spoken(board.id(), board.etag(), post.id(), post.etag());
        }

        private Spoken asItIs(Customer customer) {
            return new Spoken(
                    board,
                    customer.etag("/content/boards/" + board, boardEtag),
                    post,
                    customer.etag("/content/posts/" + post, postEtag));
        }
    }

    /** Makes a customer with a page of some versions, an asset, a release, a board and a post. */
    public static Belongings of(Installation jium) {
        var customer = jium.customer();
        var site = customer.site();
        var client = customer.client();
        var page = site.addPage("own").expect(201);
        var linked =
                client.with("If-Match", page.etag())
                        .put(
                                "/builder/pages/" + page.id(),
                                Map.of("content", Site.linkingTo("/own")))
                        .expect(200);
        var preview = client.get("/builder/pages/%d/preview".formatted(page.id())).expect(200);
        var saved = site.save(page.id(), linked.etag(), "Private words").expect(200);
        translated(site, page.id());
        var versions = client.get("/builder/pages/%d/versions".formatted(page.id())).expect(200);
        var trashed = new Trashed(trashed(site, "to-take-out"), trashed(site, "to-erase"));
        var asset =
                client.upload(
                                "/builder/assets",
                                Map.of("service_id", Long.toString(site.id())),
                                "own.gif",
                                Calls.PICTURE)
                        .expect(201);
        site.publish();
        var releases = client.get("/deploy/site/%d/releases".formatted(site.id())).expect(200);
        return new Belongings(
                customer,
                site,
                page.id(),
                trashed,
                versions.at("data/0/saved_at").asString(),
                saved.etag(),
                preview.text().replaceFirst("(?s).*\"/builder/previews/([^/]+)/.*", "$1"),
                asset.id(),
                asset.at("url").asString(),
                releases.at("data/0/id").asLong(),
                client.get("/auth/sessions").expect(200).at("data/0/id").asLong(),
                client.get("/payment/subscriptions").expect(200).at("data/0/id").asLong(),
                jium.anybody().get("/builder/templates").expect(200).at("data/0/id").asLong(),
                Spoken.on(site));
    }

    /** The same, in a new session. */
    public Belongings again(Installation jium) {
        var back = customer.again(jium.anybody());
        return new Belongings(
                back,
                new Site(back, site.id(), site.slug(), site.homePage()),
                page,
                trashed,
                savedAt,
                etag,
                previewToken,
                asset,
                assetAddress,
                release,
                back.client().get("/auth/sessions").expect(200).at("data/0/id").asLong(),
                subscription,
                template,
                spoken);
    }

    /** The same, with versions as they are now. */
    public Belongings withCurrentVersion() {
        return new Belongings(
                customer,
                site,
                page,
                trashed,
                savedAt,
                customer.etag("/builder/pages/" + page, etag),
                previewToken,
                asset,
                assetAddress,
                release,
                session,
                subscription,
                template,
                spoken.asItIs(customer));
    }
}
