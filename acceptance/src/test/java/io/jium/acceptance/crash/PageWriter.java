package io.jium.acceptance.crash;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Site;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Saves one page again and again, and remembers what was acknowledged. */
final class PageWriter implements Runnable {

    private final Site site;
    private final long page;
    private final AtomicInteger acknowledged;
    private final NavigableMap<Long, String> sentences = new ConcurrentSkipListMap<>();
    private volatile String underWay = "";

    PageWriter(Site site, long page, AtomicInteger acknowledged) {
        this.site = site;
        this.page = page;
        this.acknowledged = acknowledged;
        sentences.put(1L, "");
    }

    /** Saves until the process is gone. */
    @Override
    public void run() {
        var etag = current().etag();
        try {
            while (true) {
                underWay = "page %d after %s, %d".formatted(page, etag, System.nanoTime());
                var saved = site.save(page, etag, underWay).expect(200);
                sentences.put(saved.at("version").asLong(), underWay);
                acknowledged.incrementAndGet();
                etag = saved.etag();
            }
        } catch (UncheckedIOException killed) {
            // As it should be: the next life is looked at by check().
        }
    }

    /** Fails when an acknowledged save is missing; the one under way may be there or not. */
    void check() {
        var now = current();
        var version = now.at("version").asLong();
        var last = sentences.lastEntry();
        if (version == last.getKey() + 1) {
            sentences.put(version, underWay);
        } else if (version != last.getKey()) {
            throw new AssertionError(
                    "Page %d is at version %d, acknowledged was %d"
                            .formatted(page, version, last.getKey()));
        }
        checkSentence(now, sentences.lastEntry().getValue());
        for (var seen = version; seen >= 1; ) {
            var rows = versions(seen + 1);
            for (var row : rows) {
                if (row != seen--) {
                    throw new AssertionError(
                            "Page %d: version %d follows %d".formatted(page, row, seen + 2));
                }
            }
        }
    }

    /** Goes back to an acknowledged version and looks whether it says what was saved. */
    void restore(long version) {
        site.owner()
                .client()
                .with("If-Match", current().etag())
                .post("/builder/pages/%d/versions/%d/restore".formatted(page, version))
                .expect(200);
        checkSentence(current(), sentences.get(version));
    }

    List<Long> versions() {
        return List.copyOf(sentences.keySet());
    }

    private void checkSentence(Answer now, String sentence) {
        if (!now.at("content/html").asString().contains(sentence)) {
            throw new AssertionError(
                    "Page %d should say '%s': %s".formatted(page, sentence, now));
        }
    }

    private Answer current() {
        return site.owner().client().get("/builder/pages/" + page).expect(200);
    }

    private List<Long> versions(long below) {
        var cursor =
                java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                Long.toString(below)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var path = "/builder/pages/%d/versions?limit=100&cursor=%s".formatted(page, cursor);
        return site.owner().client().get(path).expect(200).data().stream()
                .map(row -> row.at("/version").asLong())
                .toList();
    }
}
