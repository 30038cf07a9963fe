package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What editors send part by part. */
@InEveryTopology
class ChangesTest {

    private static final String BODY = "body";

    private final Client owner;
    private final Site site;

    ChangesTest(Topology topology) {
        Installation jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    /** A page with a paragraph {@code a} and a section {@code s} that holds a link {@code l}. */
    private final class Edited {

        private final long id;
        private final String path;
        private int edits;

        Edited(String slug) {
            this.id = site.addPage(slug).expect(201).id();
            this.path = "/builder/pages/" + id;
            change("first", 1, insert(BODY, null, paragraph("a", "One")));
            change("first", 2, insert(BODY, "a", section())).expect(200);
        }

        Answer change(String editor, long seen, Object... changes) {
            return send(editor, "edit-" + ++edits, seen, changes);
        }

        Answer send(String editor, String editId, long seen, Object... changes) {
            return owner.with("If-Match", "\"" + seen + "\"")
                    .patch(path, Map.of("edit_id", editId, "editor", editor, "changes", changes));
        }

        String html() {
            return read().at("content/html").asString();
        }

        Answer read() {
            return owner.get(path).expect(200);
        }
    }

    @Test
    void aChangeIsSaved() {
        var page = new Edited("changes");
        var saved = page.change("me", 3, text("a", "Two")).expect(200);
        assertThat(saved.etag()).isEqualTo("\"4\"");
        assertThat(saved.at("version").asLong()).isEqualTo(4);
        assertThat(page.html()).contains("Two").doesNotContain("One").contains("href=\"/menu\"");
        page.change("me", 4, attribute("l", "href", "/about"), remove("a")).expect(200);
        assertThat(page.html()).contains("href=\"/about\"").doesNotContain("Two");
        page.change("me", 5, move("l", BODY, null), remove("s")).expect(200);
        assertThat(page.html()).contains("/about").doesNotContain("section");
    }

    @Test
    void rulesAreChangedToo() {
        var page = new Edited("rules");
        var rule = Map.of("uid", "r1", "selectors", List.of("warm"), "style", Map.of());
        page.change(
                        "me",
                        3,
                        insert("rules", null, rule),
                        style("r1", "color", "red"),
                        set("a", "classes", null, List.of("warm")))
                .expect(200);
        assertThat(page.read().at("content/css").asString()).contains("warm").contains("red");
        page.change("me", 4, style("r1", "color", null), style("r1", "margin", "0")).expect(200);
        assertThat(page.read().at("content/css").asString())
                .contains("margin")
                .doesNotContain("red");
    }

    @Test
    void whatOthersChangedElsewhereStays() {
        var page = new Edited("both");
        page.change("me", 3, text("a", "Mine")).expect(200);
        var yours = page.change("you", 3, attribute("l", "href", "/yours")).expect(200);
        assertThat(yours.at("version").asLong()).isEqualTo(5);
        assertThat(yours.at("since"))
                .extracting(event -> event.at("/editor").asString())
                .containsExactly("me", "you");
        assertThat(page.html()).contains("Mine").contains("/yours");
    }

    @Test
    void changesOfTheSameAreRefusedWithBothSides() {
        var page = new Edited("collide");
        page.change("me", 3, text("a", "Mine")).expect(200);
        var refused =
                page.change("you", 3, attribute("l", "href", "/yours"), text("a", "Yours"))
                        .expectProblem(412, "changes_collide");
        assertThat(refused.etag()).isEqualTo("\"4\"");
        assertThat(refused.at("collisions").size()).isEqualTo(1);
        var collision = refused.at("collisions/0");
        assertThat(collision.at("/kind").asString()).isEqualTo("changed");
        assertThat(collision.at("/mine/value/0/content").asString()).isEqualTo("Yours");
        assertThat(collision.at("/theirs/0/content").asString()).isEqualTo("Mine");
        assertThat(refused.at("since").size()).isEqualTo(1);
        assertThat(page.html()).contains("Mine").doesNotContain("/yours");
        page.change("you", 4, text("a", "Yours")).expect(200);
        assertThat(page.html()).contains("Yours");
    }

    @Test
    void whatIsRemovedAndChangedCollides() {
        var page = new Edited("removed");
        page.change("me", 3, attribute("l", "href", "/mine")).expect(200);
        page.change("you", 3, remove("s")).expectProblem(412, "changes_collide");
        page.change("you", 4, remove("s")).expect(200);
        var gone =
                page.change("me", 4, attribute("l", "href", "/again"))
                        .expectProblem(412, "changes_collide");
        assertThat(gone.at("collisions/0/kind").asString()).isEqualTo("gone");
        page.change("me", 4, remove("l")).expect(200);
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        var page = new Edited("again");
        page.send("me", "once", 3, insert(BODY, "s", paragraph("b", "Once"))).expect(200);
        page.change("me", 4, text("b", "Later")).expect(200);
        var again = page.send("me", "once", 3, insert(BODY, "s", paragraph("b", "Once")));
        assertThat(again.expect(200).at("version").asLong()).isEqualTo(5);
        assertThat(page.html()).contains("Later").doesNotContain("Once");
    }

    @Test
    void nothingHarmfulComesIn() {
        var page = new Edited("harmless");
        page.change(
                        "me",
                        3,
                        attribute("a", "onclick", "alert(1)"),
                        attribute("l", "href", "javascript:alert(1)"),
                        insert(BODY, null, Map.of("uid", "x", "tagName", "script")))
                .expect(200);
        assertThat(page.html())
                .doesNotContain("onclick")
                .doesNotContain("javascript")
                .doesNotContain("script");
        refused(page.change("me", 4, set("a", "tagName", null, "object")), "not_allowed");
        refused(page.change("me", 4, text("nobody", "Hello")), "unknown_part");
        refused(page.change("me", 4, set("a", "uid", null, "b")), "unknown_field");
        refused(page.change("me", 4, move("s", "l", null)), "impossible");
        refused(page.change("me", 4, remove(BODY)), "impossible");
        refused(
                page.change("me", 4, insert(BODY, null, paragraph("a", "Twin"))),
                "not_its_own_name");
    }

    @Test
    void aPageStaysOneThatCanBeRead() {
        var page = new Edited("limits");
        var many = Collections.nCopies(1_600, Map.of("type", "textnode", "content", "."));
        page.change("me", 3, set("a", "components", null, many)).expect(200);
        refused(page.change("me", 4, set("s", "components", null, many)), "too_many_parts");
        Map<String, Object> deep = Map.of("tagName", "i");
        for (var n = 0; n < 62; n++) {
            deep = Map.of("tagName", "b", "components", List.of(deep));
        }
        refused(page.change("me", 4, set("l", "components", null, List.of(deep))), "too_deep");
        var symbols = List.of(Map.of("components", many));
        refused(page.change("me", 4, set("project", "symbols", null, symbols)), "too_many_parts");
        refused(
                page.change("me", 4, set("l", "attributes", "title", "x".repeat(1_048_576))),
                "too_long");
        assertThat(page.html()).contains("....");
        owner.get(page.path + "/preview").expect(200);
    }

    @Test
    void twoBeatsOfOneWindowAreOne() {
        var page = new Edited("beats");
        var beats =
                Stream.generate(() -> page.path + "/presence/left")
                        .limit(8)
                        .parallel()
                        .map(path -> owner.put(path, Map.of()).status())
                        .toList();
        assertThat(beats).containsOnly(200);
    }

    private static void refused(Answer answer, String why) {
        assertThat(answer.expectProblem(422, "changes_refused").at("why").asString())
                .isEqualTo(why);
    }

    @Test
    void everyVersionCanBeRead() {
        var page = new Edited("versions");
        for (var n = 4; n <= 80; n++) {
            page.change("me", n - 1, text("a", "Text of " + n)).expect(200);
        }
        for (var version : new int[] {4, 35, 36, 37, 70}) {
            var current = page.read();
            owner.with("If-Match", current.etag())
                    .post(page.path + "/versions/" + version + "/restore")
                    .expect(200);
            assertThat(page.html()).contains("Text of " + version + "<");
        }
        page.change("me", 80, text("a", "Too late")).expectProblem(412, "stale_version");
        var events = owner.get(page.path + "/changes?since=79").expect(200).at("since");
        assertThat(events)
                .extracting(event -> event.at("/changes").isNull())
                .containsExactly(false, true, true, true, true, true);
    }

    @Test
    void whoeverHasThePageOpenIsSeen() {
        var page = new Edited("present");
        assertThat(here(page, "left")).isEmpty();
        assertThat(here(page, "right")).containsExactly("left");
        assertThat(here(page, "left")).containsExactly("right");
        owner.delete(page.path + "/presence/right").expect(204);
        assertThat(here(page, "left")).isEmpty();
    }

    private List<String> here(Edited page, String editor) {
        var answer = owner.put(page.path + "/presence/" + editor, Map.of()).expect(200);
        assertThat(answer.at("version").asLong()).isEqualTo(3);
        return answer.at("others").valueStream().map(o -> o.at("/editor").asString()).toList();
    }

    private static Map<String, Object> paragraph(String uid, String text) {
        return Map.of(
                "uid",
                uid,
                "tagName",
                "p",
                "type",
                "text",
                "components",
                List.of(Map.of("uid", uid + "-t", "type", "textnode", "content", text)));
    }

    private static Map<String, Object> section() {
        var link =
                Map.of(
                        "uid",
                        "l",
                        "type",
                        "link",
                        "tagName",
                        "a",
                        "attributes",
                        Map.of("href", "/menu"));
        return Map.of("uid", "s", "tagName", "section", "components", List.of(link));
    }

    private static Object text(String uid, String text) {
        return set(uid, "components", null, List.of(Map.of("type", "textnode", "content", text)));
    }

    private static Object attribute(String uid, String name, @Nullable String value) {
        return set(uid, "attributes", name, value);
    }

    private static Object style(String uid, String name, @Nullable String value) {
        return set(uid, "style", name, value);
    }

    private static Object set(
            String uid, String field, @Nullable String name, @Nullable Object value) {
        var change = new HashMap<String, @Nullable Object>();
        change.put("op", "set");
        change.put("at", uid);
        change.put("field", field);
        change.put("name", name);
        change.put("value", value);
        return change;
    }

    private static Object insert(String into, @Nullable String after, Map<String, ?> part) {
        var change = new HashMap<String, @Nullable Object>();
        change.put("op", "insert");
        change.put("at", into);
        change.put("after", after);
        change.put("part", part);
        return change;
    }

    private static Object move(String uid, String into, @Nullable String after) {
        var change = new HashMap<String, @Nullable Object>();
        change.put("op", "move");
        change.put("at", uid);
        change.put("into", into);
        change.put("after", after);
        return change;
    }

    private static Object remove(String uid) {
        return Map.of("op", "remove", "at", uid);
    }
}
