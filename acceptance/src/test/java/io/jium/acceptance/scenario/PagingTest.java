package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@InEveryTopology
class PagingTest {

    private final Installation jium;

    PagingTest(Topology topology) {
        this.jium = topology.installation();
    }

    @Test
    void walkingByCursorSeesEachPageOnce() {
        var site = jium.customer().site();
        for (var n = 1; n <= 6; n++) {
            site.addPage("page-" + n).expect(201);
        }
        var path = "/builder/pages?service_id=%d".formatted(site.id());
        seesEachOnce(site.owner().client(), path, "slug", 7);
    }

    @Test
    void walkingByCursorSeesEachVersionOnce() {
        var site = jium.customer().site();
        var etag = "\"1\"";
        for (var n = 2; n <= 6; n++) {
            etag = site.save(site.homePage(), etag, "Words " + n).expect(200).etag();
        }
        var path = "/builder/pages/%d/versions?".formatted(site.homePage());
        seesEachOnce(site.owner().client(), path, "version", 6);
    }

    @Test
    void walkingByCursorSeesEachSiteAndSubscriptionOnce() {
        var customer = jium.customer();
        for (var n = 1; n <= 4; n++) {
            customer.site();
        }
        seesEachOnce(customer.client(), "/payment/services?", "id", 4);
        seesEachOnce(customer.client(), "/payment/subscriptions?", "id", 4);
    }

    @Test
    void walkingByCursorSeesEachSessionOnce() {
        var customer = jium.customer();
        for (var n = 2; n <= 5; n++) {
            customer.again(jium.anybody());
        }
        seesEachOnce(customer.client(), "/auth/sessions?", "id", 5);
    }

    @Test
    void whatIsAddedWhileWalkingDisturbsNobody() {
        var site = jium.customer().site();
        site.addPage("one").expect(201);
        site.addPage("two").expect(201);
        var client = site.owner().client();
        var path = "/builder/pages?limit=2&service_id=" + site.id();
        var first = client.get(path).expect(200);
        client.delete("/builder/pages/" + site.homePage()).expect(204);
        site.addPage("three").expect(201);
        var rest = client.get(path + "&cursor=" + first.at("next_cursor").asString()).expect(200);
        assertThat(rest.data())
                .extracting(page -> page.at("/slug").asString())
                .containsExactly("two", "three");
    }

    private static void seesEachOnce(Client client, String path, String key, int count) {
        for (var limit : new int[] {1, 2, 3, count - 1, count, count + 1, 100}) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page =
                        client.get(
                                        "%s&limit=%d%s"
                                                .formatted(
                                                        path,
                                                        limit,
                                                        cursor.isEmpty()
                                                                ? ""
                                                                : "&cursor=" + cursor))
                                .expect(200);
                assertThat(page.data().size()).isBetween(1, limit);
                page.data().forEach(row -> seen.add(row.at("/" + key).toString()));
                cursor = page.at("next_cursor").asString("");
            } while (!cursor.isEmpty() && seen.size() <= count);
            assertThat(seen).as("limit %d", limit).hasSize(count).doesNotHaveDuplicates();
        }
        assertThat(List.of(client.get(path + "&limit=0").status())).containsExactly(422);
    }
}
