package io.jium.acceptance.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to old versions and deleted pages while nobody looks. */
class ThinningTest {

    private static final Logger LOG = LoggerFactory.getLogger(ThinningTest.class);
    private static final String SIZE =
            "select count(*), sum(coalesce(length(changes), 0) + coalesce(length(project), 0)) from page_events";
    private static final Duration PART_OF_AN_HOUR = Duration.ofMinutes(13);

    @ParameterizedTest
    @EnumSource(Database.class)
    void oldVersionsGetFewerAndWhatStaysCanBeRead(Database database) {
        var clock = new TestClock();
        try (var jium = Installation.inOneProcess(settings(database), clock)) {
            var customer = jium.customer();
            var site = customer.site();
            var page = site.addPage("old").expect(201);
            for (var n = 2; n <= 40; n++) {
                clock.advance(PART_OF_AN_HOUR);
                write(customer.client(), page, n);
            }
            customer.client().put(version(page, 7), Map.of("name", "The seventh")).expect(200);
            assertThat(versions(customer.client(), page)).hasSize(40);

            clock.advance(Duration.ofDays(2));
            var back = customer.again(jium.anybody());
            var hourly = eventually(back, page, versions -> versions.size() < 40);
            // 39 saves, 13 minutes apart, are nine hours.
            assertThat(hourly).contains(1L, 7L, 40L).hasSizeBetween(9, 13);
            isReadable(back.client(), page, hourly);
            var late =
                    back.client()
                            .with("If-Match", "\"38\"")
                            .patch("/builder/pages/" + page.id(), change("late", "x"));
            late.expectProblem(412, "stale_version");
            assertThat(write(back.client(), page, 41).etag()).isEqualTo("\"41\"");

            clock.advance(Duration.ofDays(31));
            var later = customer.again(jium.anybody());
            var daily = eventually(later, page, versions -> versions.size() < hourly.size());
            assertThat(daily).contains(1L, 7L, 41L).hasSizeBetween(4, 6);
            isReadable(later.client(), page, daily);
            assertThat(later.client().get("/builder/pages/" + page.id()).at("title").asString())
                    .isEqualTo("Page old");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theTrashIsEmptiedAfterAMonth(Database database) {
        var clock = new TestClock();
        try (var jium = Installation.inOneProcess(settings(database), clock)) {
            var customer = jium.customer();
            var site = customer.site();
            var page = site.addPage("gone").expect(201);
            customer.client().delete("/builder/pages/" + page.id()).expect(204);
            clock.advance(Duration.ofDays(29));
            var before = customer.again(jium.anybody());
            assertThat(trash(before, site)).hasSize(1);
            clock.advance(Duration.ofDays(2));
            var after = customer.again(jium.anybody());
            Eventually.get(
                    "the trash is empty",
                    () -> Optional.of(trash(after, site)).filter(List::isEmpty));
        }
    }

    /** The figure of docs/decisions/0014: {@code -Djium.bench=true}. */
    @Test
    @EnabledIfSystemProperty(named = "jium.bench", matches = "true")
    void aYearOfWork() {
        var clock = new TestClock();
        try (var jium = Installation.inOneProcess(settings(Database.H2), clock)) {
            var customer = jium.customer();
            var page = customer.site().addPage("year").expect(201);
            var sections = new ArrayList<Map<String, Object>>();
            for (var n = 0; n < 900; n++) {
                var words = "Some words of the %d. paragraph, as long as they are. ".formatted(n);
                sections.add(
                        Map.of(
                                "tagName",
                                "p",
                                "type",
                                "text",
                                "uid",
                                "p" + n,
                                "components",
                                List.of(Map.of("type", "textnode", "content", words))));
            }
            var wrapper = Map.of("type", "wrapper", "components", sections);
            var frames = List.of(Map.of("component", wrapper));
            var content = Map.of("project", Map.of("pages", List.of(Map.of("frames", frames))));
            customer.client()
                    .with("If-Match", page.etag())
                    .put("/builder/pages/" + page.id(), Map.of("content", content))
                    .expect(200);
            var version = 2;
            for (var day = 0; day < 250; day++) {
                var client = customer.again(jium.anybody()).client();
                for (var save = 0; save < 60; save++) {
                    var words = "Written on day %d, the %d. time".formatted(day, save);
                    var value = List.of(Map.of("type", "textnode", "content", words));
                    var set =
                            Map.of(
                                    "op",
                                    "set",
                                    "at",
                                    "p" + (version % 900),
                                    "field",
                                    "components",
                                    "value",
                                    value);
                    client.with("If-Match", "\"" + version + "\"")
                            .patch(
                                    "/builder/pages/" + page.id(),
                                    Map.of(
                                            "edit_id",
                                            "e" + version,
                                            "editor",
                                            "window",
                                            "changes",
                                            List.of(set)))
                            .expect(200);
                    version++;
                    clock.advance(Duration.ofMinutes(8));
                }
                clock.advance(Duration.ofHours(day % 5 == 4 ? 64 : 16));
            }
            LOG.warn(
                    "{} saves of a page with 900 paragraphs in a year: {}",
                    version,
                    jium.databases().query("builder", SIZE));
        }
    }

    private static Map<String, String> settings(Database database) {
        var settings = new HashMap<String, String>();
        if (database == Database.MARIADB) {
            settings.putAll(Databases.mariaDb());
        }
        settings.put("JIUM_BUILDER_SWEEP", "1s");
        return settings;
    }

    private static Answer write(Client client, Answer page, int number) {
        var version = number == 41 ? 40 : number - 1;
        return client.with("If-Match", "\"" + version + "\"")
                .patch(
                        "/builder/pages/" + page.id(),
                        change("edit-" + number, "This is version " + number))
                .expect(200);
    }

    private static Map<String, Object> change(String name, String words) {
        var set =
                Map.of(
                        "op", "set",
                        "at", "body",
                        "field", "attributes",
                        "name", "title",
                        "value", words);
        return Map.of("edit_id", name, "editor", "window", "changes", List.of(set));
    }

    private static void isReadable(Client client, Answer page, List<Long> versions) {
        for (var version : versions) {
            var content = client.get(version(page, version)).expect(200);
            var words = content.at("content/project").toString();
            if (version > 1) {
                assertThat(words).contains("This is version " + version + "\"");
            }
        }
    }

    private static List<Long> eventually(
            Customer customer, Answer page, Predicate<List<Long>> isSo) {
        return Eventually.get(
                "fewer versions",
                () -> Optional.of(versions(customer.client(), page)).filter(isSo));
    }

    private static List<Long> versions(Client client, Answer page) {
        return client
                .get("/builder/pages/%d/versions?limit=100".formatted(page.id()))
                .expect(200)
                .data()
                .stream()
                .map(version -> version.at("/version").asLong())
                .toList();
    }

    private static String version(Answer page, long version) {
        return "/builder/pages/%d/versions/%d".formatted(page.id(), version);
    }

    private static List<Long> trash(Customer customer, Site site) {
        return customer
                .client()
                .get("/builder/trash?service_id=" + site.id())
                .expect(200)
                .data()
                .stream()
                .map(page -> page.at("/id").asLong())
                .toList();
    }
}
