package io.jium.content;

import static io.jium.content.ContentHost.created;
import static io.jium.content.ContentHost.each;
import static io.jium.content.ContentHost.path;
import static io.jium.content.ContentHost.posts;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.content.ContentHost.Owner;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Api.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardsTest extends ContentTest {

    @Test
    void anOwnerMakesABoardThatVisitorsSee() {
        var owner = content.owner();
        var added =
                owner.api()
                        .post(
                                "/content/boards",
                                Map.of(
                                        "service_id", owner.site(),
                                        "name", " 공지사항 ",
                                        "slug", "공지",
                                        "type", "notice",
                                        "settings", Map.of("order", "oldest")));
        var board = created(added);
        assertThat(added.header("ETag")).contains("\"1\"");
        assertThat(board.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "service_id",
                        "name",
                        "slug",
                        "type",
                        "settings",
                        "is_active",
                        "version",
                        "created_at",
                        "updated_at");
        assertThat(board.path("name").asString()).isEqualTo("공지사항");
        assertThat(board.path("type").asString()).isEqualTo("notice");
        assertThat(board.at("/settings/order").asString()).isEqualTo("oldest");
        assertThat(board.path("is_active").asBoolean()).isTrue();
        assertThat(content.visitor().get(path(board)).json()).isEqualTo(board);
        assertThat(each(boards(content.visitor(), owner), "slug")).containsExactly("공지");
    }

    @Test
    void aBoardThatIsNotActiveIsForItsOwnerAlone() {
        var owner = content.owner();
        var board = owner.board("hidden");
        owner.post(board, "Words", "Words");
        var stranger = content.owner().api();
        change(owner.api(), board, 1, Map.of("is_active", false));
        for (var other : new Api[] {content.visitor(), stranger}) {
            assertThat(other.get(path(board)).status()).isEqualTo(404);
            assertThat(other.get(posts(board)).status()).isEqualTo(404);
            assertThat(each(boards(other, owner), "slug")).isEmpty();
        }
        assertThat(each(boards(owner.api(), owner), "slug")).containsExactly("hidden");
        assertThat(each(owner.api().get(posts(board)), "title")).containsExactly("Words");
    }

    @Test
    void boardsOfASiteAreWalkedByCursor() {
        var owner = content.owner();
        for (var slug : new String[] {"a", "b", "c"}) {
            owner.board(slug);
        }
        var first = content.visitor().get(list(owner) + "&limit=2");
        assertThat(each(first, "slug")).containsExactly("a", "b");
        var cursor = first.json().path("next_cursor").asString();
        var rest = content.visitor().get(list(owner) + "&limit=2&cursor=" + cursor);
        assertThat(each(rest, "slug")).containsExactly("c");
        assertThat(rest.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void aSlugIsUniqueOnItsSite() {
        var owner = content.owner();
        owner.board("news");
        var other = owner.board("other");
        assertThat(add(owner, Map.of("slug", "news")).errors()).containsExactly("slug:taken");
        assertThat(change(owner.api(), other, 1, Map.of("slug", "news")).errors())
                .containsExactly("slug:taken");
        content.owner().board("news");
    }

    @Test
    void whatABoardCannotHaveIsRefused() {
        var owner = content.owner();
        assertThat(add(owner, Map.of("slug", "No!")).errors()).containsExactly("slug:invalid");
        assertThat(add(owner, Map.of("type", "blog")).errors()).containsExactly("type:unknown");
        assertThat(add(owner, Map.of("name", " ")).errors()).containsExactly("name:required");
        assertThat(add(owner, Map.of("name", "x".repeat(256))).errors())
                .containsExactly("name:size");
        assertThat(add(owner, Map.of("settings", Map.of("order", "random"))).errors())
                .containsExactly("settings.order:unknown");
        assertThat(add(owner, Map.of("settings", Map.of("script", "x"))).errors())
                .containsExactly("settings.script:unknown");
        assertThat(add(owner, Map.of("settings", Map.of("show_views", "yes"))).status())
                .isEqualTo(400);
        assertThat(each(boards(owner.api(), owner), "slug")).isEmpty();
    }

    @Test
    void aChangeIsMadeUponTheVersionThatWasSeen() {
        var owner = content.owner();
        var board = owner.board("versions");
        assertThat(owner.api().put(path(board), Map.of("name", "New")).status()).isEqualTo(428);
        var changed = change(owner.api(), board, 1, Map.of("name", "New", "type", "faq"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).contains("\"2\"");
        assertThat(changed.json().path("slug").asString()).isEqualTo("versions");

        var doubled = change(owner.api(), board, 1, Map.of("name", "New", "type", "faq"));
        assertThat(doubled.status()).isEqualTo(200);
        assertThat(doubled.header("ETag")).contains("\"2\"");

        var stale = change(owner.api(), board, 1, Map.of("name", "Newer"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(stale.header("ETag")).contains("\"2\"");
        assertThat(stale.json().path("current")).isEqualTo(changed.json());
    }

    @Test
    void settingsAreReplacedAsAWhole() {
        var owner = content.owner();
        var board = owner.board("settings");
        change(owner.api(), board, 1, Map.of("settings", Map.of("show_author", true)));
        var changed = change(owner.api(), board, 2, Map.of("settings", Map.of("order", "oldest")));
        assertThat(changed.json().at("/settings/show_author").isNull()).isTrue();
        assertThat(changed.json().at("/settings/order").asString()).isEqualTo("oldest");
    }

    @Test
    void aDeletedBoardTakesItsPostsAlong() {
        var owner = content.owner();
        var board = owner.board("gone");
        var post = owner.post(board, "Words", "Words");
        assertThat(owner.api().delete(path(board)).status()).isEqualTo(204);
        assertThat(owner.api().delete(path(board)).status()).isEqualTo(404);
        assertThat(owner.api().get(ContentHost.postPath(post)).status()).isEqualTo(404);
        assertThat(
                        content.database()
                                .sql("select count(*) from posts where board_id = ?")
                                .param(board.path("id").asLong())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void anotherOwnersBoardIsNotThere() {
        var owner = content.owner();
        var board = owner.board("mine");
        var thief = content.owner().api();
        assertThat(change(thief, board, 1, Map.of("name", "Stolen")).status()).isEqualTo(404);
        assertThat(thief.delete(path(board)).status()).isEqualTo(404);
        assertThat(thief.post(posts(board), Map.of("title", "Spam")).status()).isEqualTo(404);
        var onHisSite = new Owner(0, owner.site(), thief);
        assertThat(add(onHisSite, Map.of()).status()).isEqualTo(404);
        assertThat(content.visitor().delete(path(board)).status()).isEqualTo(401);
        assertThat(owner.api().get(path(board)).json()).isEqualTo(board);
    }

    @Test
    void aSiteHasOnlySoManyBoards() {
        var owner = content.owner();
        for (var n = 0; n < 100; n++) {
            owner.board("b" + n);
        }
        var refused = add(owner, Map.of());
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.code()).isEqualTo("quota_exceeded");
    }

    private static Answer add(Owner owner, Map<String, Object> other) {
        var board =
                new HashMap<String, Object>(
                        Map.of("service_id", owner.site(), "name", "Board", "slug", "board"));
        board.putAll(other);
        return owner.api().post("/content/boards", board);
    }

    private static Answer change(
            Api api, tools.jackson.databind.JsonNode board, long seen, Map<String, Object> change) {
        return api.with("If-Match", "\"%d\"".formatted(seen)).put(path(board), change);
    }

    private static String list(Owner owner) {
        return "/content/boards?service_id=" + owner.site();
    }

    private static Answer boards(Api api, Owner owner) {
        return api.get(list(owner));
    }
}
