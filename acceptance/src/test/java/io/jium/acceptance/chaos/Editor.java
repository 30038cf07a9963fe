package io.jium.acceptance.chaos;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Site;
import java.util.regex.Pattern;

/** Publishes one edition of a home page after the other. */
final class Editor extends Person {

    private static final Pattern EDITION = Pattern.compile("Edition (\\d+)\\.");

    private final Site site;
    private final Client visitor;
    private int live;
    private int ordered;

    Editor(Site site, Client visitor) {
        this.site = site;
        this.visitor = visitor;
    }

    @Override
    boolean work() {
        var customer = site.owner().client();
        var page = asked(() -> customer.get("/builder/pages/" + site.homePage())).expect(200);
        var edition = ordered + 1;
        var saved =
                tried(() ->
                        site.save(site.homePage(), page.etag(), "Edition %d.".formatted(edition)));
        ordered = edition;
        if (saved == null || saved.status() != 200) {
            return false;
        }
        var deployment = tried(() -> customer.post("/deploy/site/" + site.id()));
        if (deployment == null) {
            return false;
        }
        var id = deployment.expect(202).id();
        var state = state(id);
        while (state.equals("queued") || state.equals("building") || state.equals("uploading")) {
            state = state(id);
        }
        if (!state.equals("live")) {
            return false;
        }
        live = edition;
        return true;
    }

    private String state(long deployment) {
        var status =
                asked(() -> site.owner().client().get("/deploy/status/" + site.id())).expect(200);
        if (status.at("last/id").asLong() < deployment) {
            throw new AssertionError("Deployment %d is gone: %s".formatted(deployment, status));
        }
        return status.at("last/status").asString();
    }

    /** Fails unless the site is served whole, and not older than what was live. */
    void check() {
        var page = asked(() -> visitor.get("/")).expect(200).text();
        var match = EDITION.matcher(page);
        if (!match.find() || !page.strip().endsWith("</html>")) {
            throw new AssertionError("Half a page: " + page);
        }
        var edition = Integer.parseInt(match.group(1));
        if (edition < live || edition > ordered) {
            throw new AssertionError(
                    "Edition %d is served, %d was live and %d ordered"
                            .formatted(edition, live, ordered));
        }
    }
}
