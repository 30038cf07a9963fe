package io.jium.acceptance.chaos;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Site;
import java.util.ArrayList;
import java.util.List;

/** Saves one page again and again. */
final class Writer extends Person {

    private final Site site;
    private final long page;
    private String etag;
    private long version;

    /** What the page says when it is at the version acknowledged last; none before the first. */
    private List<String> sentences = List.of();

    /**
     * Sent on top of that version without an answer: one of them may be saved late, when it has
     * long been asked whether it was.
     */
    private final List<String> unanswered = new ArrayList<>();

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
            keep(saved, List.of(next));
            return true;
        }
        // Saved or not, and if it was, a repetition on the way may have been told so by a 412.
        unanswered.add(next);
        var now = current();
        if (now.at("version").asLong() == version + 1) {
            expect(now, unanswered);
            keep(now, List.copyOf(unanswered));
        } else {
            check(now);
        }
        return false;
    }

    private void keep(Answer saved, List<String> possible) {
        version++;
        unanswered.clear();
        if (saved.at("version").asLong() != version) {
            throw new AssertionError("Page %d should be at %d: %s".formatted(page, version, saved));
        }
        etag = saved.etag();
        sentences = possible;
    }

    /** Fails unless the page is what was acknowledged last. */
    void check() {
        check(current());
    }

    private void check(Answer now) {
        if (now.at("version").asLong() != version) {
            throw new AssertionError(
                    "Page %d is at %s, acknowledged was %d: %s"
                            .formatted(page, now.at("version"), version, sentences));
        }
        if (!sentences.isEmpty()) {
            expect(now, sentences);
        }
    }

    private static void expect(Answer now, List<String> possible) {
        var html = now.at("content/html").asString();
        if (possible.stream().noneMatch(html::contains)) {
            throw new AssertionError("It should say one of %s: %s".formatted(possible, now));
        }
    }

    private Answer current() {
        return asked(() -> site.owner().client().get("/builder/pages/" + page)).expect(200);
    }
}
