package io.jium.acceptance.installation;

import io.jium.platform.testing.Eventually;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer's site. */
public record Site(Customer owner, long id, String slug, long homePage) {

    /** Adds an empty page. */
    public Answer addPage(String pageSlug) {
        return owner.client()
                .post(
                        "/builder/pages",
                        Map.of("service_id", id, "title", "Page " + pageSlug, "slug", pageSlug));
    }

    /** Saves a page that says one sentence. */
    public Answer save(long page, String etag, String sentence) {
        return owner.client()
                .with("If-Match", etag)
                .put("/builder/pages/" + page, Map.of("content", content(sentence)));
    }

    /** Content of a page with one paragraph. */
    public static Map<String, Object> content(String sentence) {
        return Map.of("project", project(sentence));
    }

    /** Content of a page with one link. */
    public static Map<String, Object> linkingTo(String address) {
        var link = Map.of("tagName", "a", "type", "link", "attributes", Map.of("href", address));
        return Map.of("project", project(link));
    }

    /** Content of a page with one picture. */
    public static Map<String, Object> showing(String address) {
        var image = Map.of("tagName", "img", "type", "image", "attributes", Map.of("src", address));
        return Map.of("project", project(image));
    }

    /** Content of a page with one part, as the editor sends it. */
    public static Map<String, Object> holding(Map<String, Object> part) {
        return Map.of("project", project(part));
    }

    /** Content of a page whose one paragraph has a style. */
    public static Map<String, Object> styled(String property, String value) {
        var paragraph =
                Map.<String, Object>of("tagName", "p", "attributes", Map.of("id", "styled"));
        var project = new HashMap<>(project(paragraph));
        project.put(
                "styles",
                List.of(Map.of("selectors", List.of("#styled"), "style", Map.of(property, value))));
        return Map.of("project", project);
    }

    /** Project data of a page with one paragraph, as the editor sends it. */
    public static Map<String, Object> project(String sentence) {
        return project(
                Map.of(
                        "tagName",
                        "p",
                        "components",
                        List.of(Map.of("type", "textnode", "content", sentence))));
    }

    private static Map<String, Object> project(Map<String, Object> component) {
        var wrapper = Map.of("type", "wrapper", "components", List.of(component));
        return Map.of(
                "assets",
                List.of(),
                "styles",
                List.of(),
                "pages",
                List.of(Map.of("frames", List.of(Map.of("component", wrapper)))));
    }

    /** Keeps a file on the site. */
    public Answer upload(String name, byte[] file) {
        return owner.client()
                .upload("/builder/assets", Map.of("service_id", Long.toString(id)), name, file);
    }

    /** Orders a deployment and waits for its end. */
    public Answer publish() {
        var ordered = owner.client().post("/deploy/site/" + id).expect(202);
        return end(ordered.id());
    }

    /** The status once this deployment is over. */
    public Answer end(long deployment) {
        return Eventually.get(
                "end of deployment " + deployment,
                () ->
                        Optional.of(owner.client().get("/deploy/status/" + id).expect(200))
                                .filter(status -> status.at("last/id").asLong() >= deployment)
                                .filter(status -> !status.at("last/finished_at").isNull()));
    }
}
