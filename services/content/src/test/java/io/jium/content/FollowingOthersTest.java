package io.jium.content;

import static io.jium.content.ContentHost.each;
import static io.jium.content.ContentHost.path;
import static io.jium.content.ContentHost.postPath;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserDeleted;
import io.jium.contracts.payment.ServiceCreated;
import io.jium.contracts.payment.ServiceDeleted;
import io.jium.platform.testing.Api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowingOthersTest extends ContentTest {

    @Test
    void aSiteThatNobodyToldOfIsAskedForOnce() {
        var owner = content.owner();
        assertThat(content.visitor().get(list(owner.site())).status()).isEqualTo(404);
        assertThat(asked(owner.site())).isZero();

        owner.board("first");
        owner.board("second");
        assertThat(each(owner.api().get(list(owner.site())), "slug"))
                .containsExactly("first", "second");
        assertThat(asked(owner.site())).isEqualTo(1);

        content.hears(new ServiceCreated(owner.site(), owner.userId(), "site"));
        assertThat(each(content.visitor().get(list(owner.site())), "slug"))
                .containsExactly("first", "second");
    }

    @Test
    void aSiteThatWasToldOfIsNotAskedFor() {
        var owner = content.owner();
        content.hears(new ServiceCreated(owner.site(), owner.userId(), "site"));
        owner.board("board");
        assertThat(asked(owner.site())).isZero();
    }

    @Test
    void aSiteThatIsNotCompleteIsNotThere() {
        var owner = content.owner();
        var incomplete = 100 * owner.userId() + 99;
        assertThat(owner.api().get(list(incomplete)).status()).isEqualTo(404);
        assertThat(owner.api().get(list(100 * owner.userId() + 60)).status()).isEqualTo(404);
        content.hears(new ServiceCreated(incomplete, owner.userId(), "site"));
        assertThat(owner.api().get(list(incomplete)).status()).isEqualTo(200);
    }

    @Test
    void aDeletedSiteTakesBoardsAndPostsAlongAndDoesNotComeBack() {
        var owner = content.owner();
        var board = owner.board("gone");
        var post = owner.post(board, "Words", "Words");
        var neighbour = content.owner();
        var kept = neighbour.post(neighbour.board("kept"), "Words", "Words");

        content.hears(new ServiceDeleted(owner.site(), owner.userId()));

        for (var api : List.of(owner.api(), content.visitor())) {
            assertThat(api.get(list(owner.site())).status()).isEqualTo(404);
            assertThat(api.get(path(board)).status()).isEqualTo(404);
            assertThat(api.get(postPath(post)).status()).isEqualTo(404);
        }
        assertThat(rows("boards where service_id = " + owner.site())).isZero();
        assertThat(rows("posts where id = " + post.path("id").asLong())).isZero();
        assertThat(content.visitor().get(postPath(kept)).status()).isEqualTo(200);

        // Payment still answers, as it may while the event overtakes it.
        var again = Map.of("service_id", owner.site(), "name", "Board", "slug", "again");
        assertThat(owner.api().post("/content/boards", again).status()).isEqualTo(404);
        assertThat(asked(owner.site())).isEqualTo(1);
        content.hears(new ServiceCreated(owner.site(), owner.userId(), "site"));
        assertThat(owner.api().post("/content/boards", again).status()).isEqualTo(404);
    }

    @Test
    void aUserToldOutrightIsKeptByEveryServiceThatAnswers() {
        var owner = content.owner();
        for (var name : List.of("한 이름", "한 이름", "다른 이름")) {
            assertThat(sync(owner.userId(), name).status()).isEqualTo(200);
            assertThat(known(owner.userId())).containsExactly(name + " a@example.com");
            assertThat(
                            content.visitor()
                                    .get("/payment/users/" + owner.userId())
                                    .json()
                                    .path("name")
                                    .asString())
                    .isEqualTo(name);
        }
        assertThat(content.visitor().post("/api/sync/user", Map.of("user_id", 1)).status())
                .isEqualTo(401);
    }

    @Test
    void whoIsGoneIsForgottenAndStaysGone() {
        var owner = content.owner();
        content.hears(new UserCreated(owner.userId(), "이름", "a@example.com", "ko"));
        content.hears(new UserDeleted(owner.userId()));
        assertThat(known(owner.userId())).containsExactly("null null");
        assertThat(sync(owner.userId(), "이름").status()).isEqualTo(200);
        assertThat(known(owner.userId())).containsExactly("null null");
    }

    private Answer sync(long userId, String name) {
        return content.service()
                .post(
                        "/api/sync/user",
                        Map.of("user_id", userId, "name", name, "email", "a@example.com"));
    }

    private List<String> known(long userId) {
        return content.database()
                .sql("select name, email from known_users where user_id = ?")
                .param(userId)
                .query((row, n) -> row.getString("name") + " " + row.getString("email"))
                .list();
    }

    private int asked(long site) {
        return content.visitor().get("/payment/asked/" + site).json().asInt();
    }

    private int rows(String of) {
        return content.database().sql("select count(*) from " + of).query(Integer.class).single();
    }

    static String list(long site) {
        return "/content/boards?service_id=" + site;
    }
}
