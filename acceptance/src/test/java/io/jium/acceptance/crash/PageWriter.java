package io.jium.acceptance.crash;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Site;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
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

    /** What is wrong; the save that was under way may be there or not. */
    List<String> check() {
        var wrong = new ArrayList<String>();
        var now = current();
        var version = now.at("version").asLong();
        var last = sentences.lastEntry();
        if (version == last.getKey() + 1) {
            sentences.put(version, underWay);
        } else if (version != last.getKey()) {
            wrong.add(
                    "Page %d is at version %d, acknowledged was %d: %s"
                            .formatted(page, version, last.getKey(), last.getValue()));
        }
        var sentence = sentences.get(version);
        if (sentence == null || !saysNow(now, sentence)) {
            wrong.add("Page %d should say '%s': %s".formatted(page, sentence, now));
        }
        var kept = keptVersions();
        for (var n = 0; n < kept.size(); n++) {
            if (kept.get(n) != version - n) {
                wrong.add("Page %d keeps these versions: %s".formatted(page, kept));
                break;
            }
        }
        if (kept.size() != version) {
            wrong.add("Page %d keeps %d versions of %d".formatted(page, kept.size(), version));
        }
        return wrong;
    }

    /** Goes back to an acknowledged version and looks whether it says what was saved. */
    void restore(long version) {
        site.owner()
                .client()
                .with("If-Match", current().etag())
                .post("/builder/pages/%d/versions/%d/restore".formatted(page, version))
                .expect(200);
        var now = current();
        if (!saysNow(now, Objects.requireNonNull(sentences.get(version)))) {
            throw new AssertionError("Version %d says something else: %s".formatted(version, now));
        }
    }

    List<Long> versions() {
        return List.copyOf(sentences.keySet());
    }

    private static boolean saysNow(Answer now, String sentence) {
        return now.at("content/html").asString().contains(sentence);
    }

    private Answer current() {
        return site.owner().client().get("/builder/pages/" + page).expect(200);
    }

    /** Newest first. */
    private List<Long> keptVersions() {
        var kept = new ArrayList<Long>();
        var cursor = "";
        do {
            var path = "/builder/pages/%d/versions?limit=100%s".formatted(page, cursor);
            var rows = site.owner().client().get(path).expect(200);
            rows.data().forEach(row -> kept.add(row.at("/version").asLong()));
            var next = rows.at("next_cursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return kept;
    }
}
