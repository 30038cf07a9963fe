package io.jium.content;

import static io.jium.content.ContentHost.created;
import static io.jium.content.ContentHost.each;
import static io.jium.content.ContentHost.path;
import static io.jium.content.ContentHost.postPath;
import static io.jium.content.ContentHost.posts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserUpdated;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Eventually;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostsTest extends ContentTest {

    @Test
    void aPostIsKeptSanitisedAndTold() {
        var owner = content.owner();
        var board = owner.board("news");
        var added =
                owner.api()
                        .post(
                                posts(board),
                                Map.of(
                                        "title", " 첫 글 ",
                                        "content",
                                                "<p>반가워<b>요</b></p><script>alert(1)</script><p onclick=x()>둘째 줄"));
        var post = created(added);
        assertThat(added.header("ETag")).contains("\"1\"");
        assertThat(post.path("title").asString()).isEqualTo("첫 글");
        assertThat(post.path("content").asString()).isEqualTo("<p>반가워<b>요</b></p><p>둘째 줄</p>");
        assertThat(post.path("excerpt").asString()).isEqualTo("반가워요 둘째 줄");
        assertThat(post.path("status").asString()).isEqualTo("draft");
        assertThat(post.path("author_id").asLong()).isEqualTo(owner.userId());
        assertThat(owner.api().get(postPath(post)).json()).isEqualTo(post);
        assertThat(
                        content.database()
                                .sql("select payload from outbox_events where about = ?")
                                .param("post " + post.path("id").asLong())
                                .query((row, n) -> new String(row.getBytes("payload"), UTF_8))
                                .list())
                .containsExactly(
                        "{\"post_id\":%d,\"board_id\":%d,\"service_id\":%d}"
                                .formatted(
                                        post.path("id").asLong(),
                                        board.path("id").asLong(),
                                        owner.site()));
    }

    @Test
    void visitorsReadPublishedPostsAlone() {
        var owner = content.owner();
        var board = owner.board("mixed");
        var draft = draft(owner.api(), board, "Draft");
        var published = owner.post(board, "Published", "Words");
        var archived = owner.post(board, "Archived", "Words");
        change(owner.api(), archived, 1, Map.of("status", "archived"));

        assertThat(each(owner.api().get(posts(board)), "title"))
                .containsExactly("Archived", "Published", "Draft");
        assertThat(each(owner.api().get(posts(board) + "?status=draft"), "title"))
                .containsExactly("Draft");
        var stranger = content.owner().api();
        for (var other : new Api[] {content.visitor(), stranger}) {
            assertThat(each(other.get(posts(board)), "title")).containsExactly("Published");
            assertThat(each(other.get(posts(board) + "?status=draft"), "title")).isEmpty();
            assertThat(other.get(postPath(published)).status()).isEqualTo(200);
            assertThat(other.get(postPath(draft)).status()).isEqualTo(404);
            assertThat(other.get(postPath(archived)).status()).isEqualTo(404);
        }
        assertThat(content.visitor().get(posts(board) + "?status=secret").errors())
                .containsExactly("status:unknown");
    }

    @Test
    void postsAreFoundByTheirWordsAndNotByTheirMarkup() {
        var owner = content.owner();
        var board = owner.board("search");
        owner.post(board, "Opening HOURS", "<p>From <em>n</em>ine to five</p>");
        owner.post(board, "100% wool", "a_b c!d");
        owner.post(board, "백 퍼센트", "따뜻한 <b>양</b>모 <img src=https://example.com/hours.png>");

        assertThat(found(board, "hours")).containsExactly("Opening HOURS");
        assertThat(found(board, "NINE")).containsExactly("Opening HOURS");
        assertThat(found(board, "%EC%96%91%EB%AA%A8")).containsExactly("백 퍼센트");
        assertThat(found(board, "%25")).containsExactly("100% wool");
        assertThat(found(board, "_")).containsExactly("100% wool");
        assertThat(found(board, "c!d")).containsExactly("100% wool");
        assertThat(found(board, "em")).isEmpty();
        assertThat(found(board, "%27%20or%201%3D1%20--%20")).isEmpty();
        assertThat(content.visitor().get(posts(board) + "?q=" + "x".repeat(101)).errors())
                .containsExactly("q:size");
    }

    @Test
    void anExcerptEndsWithAWholeCharacter() {
        var owner = content.owner();
        var post = owner.post(owner.board("faces"), "Faces", "x" + "😀".repeat(300));
        assertThat(post.path("excerpt").asString()).hasSize(199).endsWith("😀");
    }

    private java.util.List<String> found(JsonNode board, String words) {
        return each(content.visitor().get(posts(board) + "?q=" + words), "title");
    }

    @Test
    void postsAreWalkedByCursorInTheOrderOfTheBoard() {
        var owner = content.owner();
        var board = owner.board("order");
        for (var title : new String[] {"1", "2", "3", "4", "5"}) {
            owner.post(board, title, title);
        }
        assertThat(walked(board)).isEqualTo("54321");
        owner.api()
                .with("If-Match", "\"1\"")
                .put(path(board), Map.of("settings", Map.of("order", "oldest")));
        assertThat(walked(board)).isEqualTo("12345");
    }

    private String walked(JsonNode board) {
        var seen = new StringBuilder();
        var next = "";
        do {
            var page = content.visitor().get(posts(board) + "?limit=2" + next);
            each(page, "title").forEach(seen::append);
            var cursor = page.json().path("next_cursor");
            next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
        } while (!next.isEmpty() && seen.length() < 10);
        return seen.toString();
    }

    @Test
    void aChangeIsMadeUponTheVersionThatWasSeen() {
        var owner = content.owner();
        var board = owner.board("versions");
        var post = draft(owner.api(), board, "Words");
        assertThat(owner.api().put(postPath(post), Map.of("title", "New")).status()).isEqualTo(428);
        var changed = change(owner.api(), post, 1, Map.of("content", "<i>new</i><script>"));
        assertThat(changed.header("ETag")).contains("\"2\"");
        assertThat(changed.json().path("title").asString()).isEqualTo("Words");
        assertThat(changed.json().path("content").asString()).isEqualTo("<i>new</i>");
        assertThat(changed.json().path("excerpt").asString()).isEqualTo("new");

        var doubled = change(owner.api(), post, 1, Map.of("content", "<i>new</i><script>"));
        assertThat(doubled.status()).isEqualTo(200);
        assertThat(doubled.header("ETag")).contains("\"2\"");

        var published = change(owner.api(), post, 2, Map.of("status", "published"));
        assertThat(published.json().path("content").asString()).isEqualTo("<i>new</i>");

        var stale = change(owner.api(), post, 2, Map.of("title", "Late"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/current/version").asLong()).isEqualTo(3);
        assertThat(change(owner.api(), post, 3, Map.of("title", " ")).errors())
                .containsExactly("title:required");
        assertThat(change(owner.api(), post, 3, Map.of("status", "deleted")).errors())
                .containsExactly("status:unknown");
    }

    @Test
    void anotherOwnersPostIsNotThere() {
        var owner = content.owner();
        var post = owner.post(owner.board("mine"), "Words", "Words");
        var thief = content.owner().api();
        assertThat(change(thief, post, 1, Map.of("title", "Stolen")).status()).isEqualTo(404);
        assertThat(thief.delete(postPath(post)).status()).isEqualTo(404);
        assertThat(content.visitor().delete(postPath(post)).status()).isEqualTo(401);
        assertThat(owner.api().delete(postPath(post)).status()).isEqualTo(204);
        assertThat(owner.api().delete(postPath(post)).status()).isEqualTo(404);
    }

    @Test
    void viewsOfVisitorsAreCountedAndChangeNothingElse() {
        var owner = content.owner();
        var post = owner.post(owner.board("views"), "Words", "Words");
        for (var n = 0; n < 3; n++) {
            assertThat(content.visitor().get(postPath(post)).status()).isEqualTo(200);
        }
        Eventually.holds("three views", () -> views(owner.api(), post) == 3);
        var read = owner.api().get(postPath(post));
        assertThat(read.header("ETag")).contains("\"1\"");
        assertThat(read.json().path("updated_at")).isEqualTo(post.path("updated_at"));
    }

    @Test
    void whatWasCountedIsKeptWhenTheProcessStops() {
        var owner = content.owner();
        var post = owner.post(owner.board("kept"), "Words", "Words");
        content.visitor().get(postPath(post));
        content.host.restart();
        var api = content.visitor();
        assertThat(api.get(postPath(post)).json().path("view_count").asInt()).isEqualTo(1);
    }

    private static int views(Api api, JsonNode post) {
        return api.get(postPath(post)).json().path("view_count").asInt();
    }

    @Test
    void whatABoardDoesNotShowVisitorsDoNotSee() {
        var owner = content.owner();
        var board = owner.board("shown");
        var post = owner.post(board, "Words", "Words");
        content.hears(new UserCreated(owner.userId(), "이름", "secret@example.com", "ko"));
        content.hears(new UserUpdated(owner.userId(), "새 이름", "secret@example.com", "ko"));

        var modest = content.visitor().get(postPath(post));
        assertThat(modest.json().path("author_id").isNull()).isTrue();
        assertThat(modest.json().path("author_name").isNull()).isTrue();
        assertThat(modest.json().path("view_count").asInt()).isZero();
        assertThat(owner.api().get(postPath(post)).json().path("author_name").asString())
                .isEqualTo("새 이름");

        owner.api()
                .with("If-Match", "\"1\"")
                .put(
                        path(board),
                        Map.of("settings", Map.of("show_author", true, "show_views", false)));
        var open = content.visitor().get(postPath(post));
        assertThat(open.json().path("author_name").asString()).isEqualTo("새 이름");
        assertThat(open.json().path("view_count").isNull()).isTrue();
        assertThat(open.text()).doesNotContain("secret@");
        var listed = content.visitor().get(posts(board)).json().at("/data/0");
        assertThat(listed.path("author_name").asString()).isEqualTo("새 이름");
        assertThat(listed.path("view_count").isNull()).isTrue();
        assertThat(listed.has("content")).isFalse();
    }

    @Test
    void anUnchangedPostIsNotSentAgain() {
        var owner = content.owner();
        var post = owner.post(owner.board("etag"), "Words", "Words");
        var again = content.visitor().with("If-None-Match", "\"1\"").get(postPath(post));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void theSameRequestTwiceIsOnePost() {
        var owner = content.owner();
        var board = owner.board("twice");
        var api = owner.api().with("Idempotency-Key", "post-" + board.path("id").asLong());
        var first = created(api.post(posts(board), Map.of("title", "Once")));
        assertThat(created(api.post(posts(board), Map.of("title", "Once")))).isEqualTo(first);
        assertThat(each(owner.api().get(posts(board)), "title")).containsExactly("Once");
    }

    private static JsonNode draft(Api api, JsonNode board, String title) {
        return created(api.post(posts(board), Map.of("title", title)));
    }

    private static Api.Answer change(
            Api api, JsonNode post, long seen, Map<String, Object> change) {
        return api.with("If-Match", "\"%d\"".formatted(seen)).put(postPath(post), change);
    }
}
