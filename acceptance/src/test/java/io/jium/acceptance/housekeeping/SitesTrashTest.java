package io.jium.acceptance.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.TestClock;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites that stay in the trash. */
class SitesTrashTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void aSiteIsDeletedAfterAMonthInTheTrash(Database database) {
        var settings = new HashMap<String, String>();
        if (database == Database.MARIADB) {
            settings.putAll(Databases.mariaDb());
        }
        settings.put("JIUM_PAYMENT_SWEEP", "1s");
        var clock = new TestClock();
        try (var jium = Installation.inOneProcess(settings, clock)) {
            var customer = jium.customer();
            var site = customer.site();
            var archived = customer.site();
            customer.client().post("/payment/services/%d/trash".formatted(site.id())).expect(200);
            customer.client()
                    .post("/payment/services/%d/archive".formatted(archived.id()))
                    .expect(200);
            clock.advance(Duration.ofDays(29));
            var before = customer.again(jium.anybody());
            assertThat(status(before, site.id())).isEqualTo(200);

            clock.advance(Duration.ofDays(2));
            var after = customer.again(jium.anybody());
            Eventually.holds("the deleted site", () -> status(after, site.id()) == 404);
            Eventually.holds(
                    "that nothing of it is left",
                    () ->
                            after.client().get("/builder/settings/" + site.id()).status() == 404
                                    && after.client().get("/deploy/status/" + site.id()).status()
                                            == 404);
            assertThat(status(after, archived.id())).isEqualTo(200);
        }
    }

    private static int status(Customer customer, long site) {
        return customer.client().get("/payment/services/" + site).status();
    }
}
