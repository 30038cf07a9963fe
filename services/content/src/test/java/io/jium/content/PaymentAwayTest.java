package io.jium.content;

import static io.jium.content.ContentHost.postPath;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.contracts.payment.ServiceCreated;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The content service without the payment service. */
class PaymentAwayTest extends ContentTest {

    @Override
    String services() {
        return "auth,content";
    }

    @Test
    void whatIsKnownNeedsNobodyElse() {
        var owner = content.owner();
        content.hears(new ServiceCreated(owner.site(), owner.userId(), "site"));
        var post = owner.post(owner.board("board"), "Words", "Words");
        assertThat(content.visitor().get(postPath(post)).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotKnownHasToWait() {
        var owner = content.owner();
        var list = FollowingOthersTest.list(owner.site());
        var away = owner.api().get(list);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isPresent();
        assertThat(content.visitor().get(list).status()).isEqualTo(404);
    }

    @Test
    void aUserToldOutrightIsKeptHere() {
        var answer =
                content.service()
                        .post(
                                "/api/sync/user",
                                Map.of("user_id", 7, "name", "Name", "email", "a@example.com"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(
                        content.database()
                                .sql("select name from known_users where user_id = 7")
                                .query(String.class)
                                .single())
                .isEqualTo("Name");
    }
}
