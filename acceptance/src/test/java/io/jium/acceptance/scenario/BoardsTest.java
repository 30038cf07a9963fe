package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A site's owner writes, visitors read. */
@InEveryTopology
class BoardsTest {

    private static final String HOSTILE =
            "<h2>열었어요</h2><p onclick=\"steal()\">매일 <b>9시</b>부터</p><script>steal()</script>"
                    + "<img src=\"https://example.com/a.png\" onerror=\"steal()\">"
                    + "<a href=\"javascript:steal()\">x</a><a href=\"https://example.com/\">y</a>";

    private final Installation jium;

    BoardsTest(Topology topology) {
        this.jium = topology.installation();
    }

    @Test
    void whatAnOwnerPublishesVisitorsReadWithoutHarm() {
        // The board is made at once: the event that tells of the site may still be on its way.
        var site = jium.customer().site();
        var board = board(site).expect(201);
        var posts = "/content/boards/%d/posts".formatted(board.id());
        var post =
                site.owner()
                        .client()
                        .post(posts, Map.of("title", "첫 소식", "content", HOSTILE))
                        .expect(201);
        assertThat(jium.anybody().get(posts).expect(200).data()).isEmpty();
        jium.anybody().get("/content/posts/" + post.id()).expectProblem(404, "not_found");

        site.owner()
                .client()
                .with("If-Match", post.etag())
                .put("/content/posts/" + post.id(), Map.of("status", "published"))
                .expect(200);

        var boards = jium.anybody().get("/content/boards?service_id=" + site.id()).expect(200);
        assertThat(boards.data()).extracting(b -> b.at("/slug").asString()).containsExactly("소식");
        var listed = jium.anybody().get(posts + "?q=9").expect(200).data();
        assertThat(listed)
                .extracting(p -> p.at("/excerpt").asString())
                .containsExactly("열었어요 매일 9시부터 xy");
        var read = jium.anybody().get("/content/posts/" + post.id()).expect(200);
        assertThat(read.at("content").asString())
                .isEqualTo(
                        "<h2>열었어요</h2><p>매일 <b>9시</b>부터</p><img src=\"https://example.com/a.png\" />x"
                                + "<a href=\"https://example.com/\" rel=\"nofollow ugc noopener\">y</a>");
    }

    @Test
    void theContentServiceKnowsWhoTheUsersAre() {
        var customer = jium.customer();
        Eventually.holds(
                "the customer's name",
                () -> known(customer.id()).equals(List.of("Customer|" + customer.email())));
        customer.client().put("/auth/profile", Map.of("name", "새 이름")).expect(200);
        Eventually.holds(
                "the new name",
                () -> known(customer.id()).equals(List.of("새 이름|" + customer.email())));
    }

    private List<String> known(long userId) {
        return jium.databases()
                .query("content", "select name, email from known_users where user_id = " + userId);
    }

    private static Answer board(Site site) {
        return site.owner()
                .client()
                .post(
                        "/content/boards",
                        Map.of("service_id", site.id(), "name", "소식", "slug", "소식"));
    }
}
