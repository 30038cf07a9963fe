package io.jium.acceptance.moving;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.platform.testing.Eventually;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The content service is taken out of a running process into one of its own, step by step as
 * docs/operating.md says, while people read and write: nobody notices.
 */
class MovingOutTest {

    /** People are not quicker; and a board takes 10,000 posts. */
    private static final long PAUSE = 5_000_000;

    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void contentMovesOutOfARunningProcessAndNoRequestFails() throws Exception {
        var data = Files.createTempDirectory("jium-moving");
        var settings = new HashMap<>(Databases.mariaDb());
        settings.put("JIUM_RATE_LIMIT_PER_MINUTE", "0");
        settings.put("JIUM_RATE_LIMIT_PER_HOUR", "0");
        var first = ChildProcess.freePort();
        var second = ChildProcess.freePort();
        var processes = new ArrayList<ChildProcess>();
        try (var haproxy = new HaProxy(first, second)) {
            settings.put("JIUM_PUBLIC_URL", haproxy.base());
            var whole = ChildProcess.start(data, first, settings);
            processes.add(whole);
            var anybody = new Client(path -> haproxy.base(), Map.of());
            var site = Installation.signUp(anybody, "moving@example.com").site("moving");
            var board = board(site);
            var people = work(anybody, site, board);
            awaitAnswers(200);

            // 1. Content also runs in a process of its own, and knows where the others will be.
            var content = ChildProcess.freePort();
            var apart = ChildProcess.start(data, content, apart(settings, second));
            processes.add(apart);
            // 2. Beside the old process stands one without content.
            processes.add(ChildProcess.start(data, second, without(settings, content)));
            // 3. HAProxy leads people there, and nobody any more to the old one.
            haproxy.use("after");
            haproxy.drain("before");
            awaitAnswers(200);
            // 4. The old one can go.
            whole.close();
            awaitAnswers(200);
            working.set(false);
            for (var person : people) {
                person.join();
            }
            assertThat(failures).isEmpty();
            apart.close();
            anybody.get("/content/boards/%d/posts".formatted(board)).expect(502);
        } finally {
            processes.forEach(ChildProcess::close);
            Installation.delete(data);
        }
    }

    private static Map<String, String> apart(Map<String, String> settings, int others) {
        var own = new HashMap<>(settings);
        own.put("JIUM_RUN", "content");
        Product.services().stream()
                .filter(name -> !name.equals("content"))
                .forEach(name ->
                        own.put(
                                "JIUM_%s_URL".formatted(name.toUpperCase(Locale.ROOT)),
                                "http://127.0.0.1:" + others));
        return own;
    }

    private static Map<String, String> without(Map<String, String> settings, int content) {
        var own = new HashMap<>(settings);
        own.put(
                "JIUM_RUN",
                Product.services().stream()
                                .filter(name -> !name.equals("content"))
                                .collect(Collectors.joining(","))
                        + ",gateway,edge");
        own.put("JIUM_CONTENT_URL", "http://127.0.0.1:" + content);
        return own;
    }

    private static long board(Site site) {
        var board =
                Map.of(
                        "service_id", site.id(),
                        "name", "News",
                        "slug", "news",
                        "type", "general");
        return site.owner().client().post("/content/boards", board).expect(201).id();
    }

    private List<Thread> work(Client anybody, Site site, long board) {
        var posts = "/content/boards/%d/posts".formatted(board);
        var post = Map.of("title", "Hello", "content", "<p>Hello</p>", "status", "published");
        var page = "/builder/pages/" + site.homePage();
        return List.of(
                person(() -> site.owner().client().post(posts, post).expect(201)),
                person(() -> anybody.get(posts).expect(200)),
                person(() -> {
                    var etag = site.owner().client().get(page).expect(200).etag();
                    site.save(site.homePage(), etag, "Hello").expect(200);
                }),
                person(() -> site.owner().client().get("/payment/services").expect(200)));
    }

    private Thread person(Runnable doing) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (working.get()) {
                        try {
                            doing.run();
                            answered.incrementAndGet();
                            LockSupport.parkNanos(PAUSE);
                        } catch (AssertionError | UncheckedIOException failed) {
                            failures.add(failed.toString());
                        }
                    }
                });
    }

    private void awaitAnswers(int more) {
        var enough = answered.get() + more;
        Eventually.holds(more + " more answers", () -> answered.get() >= enough);
    }
}
