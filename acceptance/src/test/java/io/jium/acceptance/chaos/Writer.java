package io.jium.acceptance.chaos;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Site;

/** Saves one page again and again. */
final class Writer extends Person {

    private final Site site;
    private final long page;
    private String etag;
    private long version;
    private String sentence = "";

    Writer(Site site, long page) {
        this.site = site;
        this.page = page;
        var now = current();
        this.etag = now.etag();
        this.version = now.at("version").asLong();
    }

    @Override
    boolean work() {
        var next = "page %d after %s, %d".formatted(page, etag, System.nanoTime());
        var saved = tried(() -> site.save(page, etag, next));
        if (saved != null && saved.status() == 200) {
            keep(saved, next);
            return true;
        }
        // Saved or not, and if it was, a repetition on the way may have been told so by a 412.
        var now = current();
        if (now.at("version").asLong() == version + 1) {
            expect(now, next);
            keep(now, next);
        } else {
            check(now);
        }
        return false;
    }

    private void keep(Answer saved, String next) {
        version++;
        if (saved.at("version").asLong() != version) {
            throw new AssertionError("Page %d should be at %d: %s".formatted(page, version, saved));
        }
        etag = saved.etag();
        sentence = next;
    }

    /** Fails unless the page is what was acknowledged last. */
    void check() {
        check(current());
    }

    private void check(Answer now) {
        if (now.at("version").asLong() != version) {
            throw new AssertionError(
                    "Page %d is at %s, acknowledged was %d: %s"
                            .formatted(page, now.at("version"), version, sentence));
        }
        if (!sentence.isEmpty()) {
            expect(now, sentence);
        }
    }

    private static void expect(Answer now, String text) {
        if (!now.at("content/html").asString().contains(text)) {
            throw new AssertionError("It should say '%s': %s".formatted(text, now));
        }
    }

    private Answer current() {
        return asked(() -> site.owner().client().get("/builder/pages/" + page)).expect(200);
    }
}
