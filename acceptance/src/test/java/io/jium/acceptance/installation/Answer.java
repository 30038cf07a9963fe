package io.jium.acceptance.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** One member of the JSON object, {@code a/b} for a nested one. */
    public JsonNode at(String path) {
        return json().at("/" + path);
    }

    public long id() {
        return at("id").asLong();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    /** The elements of a list. */
    public List<JsonNode> data() {
        return at("data").valueStream().toList();
    }

    /** The problem's stable code, or nothing. */
    public String code() {
        return isProblem() ? at("code").asString("") : "";
    }

    /** {@code field:code} of each invalid field. */
    public List<String> errors() {
        return at("errors")
                .valueStream()
                .map(error -> error.at("/field").asString() + ":" + error.at("/code").asString())
                .toList();
    }

    public boolean isProblem() {
        return header("Content-Type").startsWith("application/problem+json");
    }

    /** The same answer, if it has this status. */
    public Answer expect(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return this;
    }

    /** The same answer, if it is a whole problem with this status and code. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(code()).as("%s", this).isEqualTo(code);
        assertThat(missingProblemMembers()).as("%s", this).isEmpty();
        return this;
    }

    /** What a problem should say and this answer does not. */
    public List<String> missingProblemMembers() {
        if (!isProblem()) {
            return List.of("content type " + header("Content-Type"));
        }
        var problem = json();
        return List.of("type", "title", "status", "detail", "instance", "code", "trace_id").stream()
                .filter(member ->
                        isWithoutText(problem, member)
                                || (member.equals("status")
                                        ? problem.path(member).asInt(0) != status
                                        : problem.path(member).asString("").isBlank()))
                .toList();
    }

    /** What is wrong with a refusal, or null. */
    public static @Nullable String problemIn(String contentType, int status, byte[] body) {
        var headers =
                HttpHeaders.of(Map.of("Content-Type", List.of(contentType)), (name, value) -> true);
        try {
            var missing = new Answer(status, headers, body).missingProblemMembers();
            return missing.isEmpty() ? null : "no whole problem: " + missing;
        } catch (JacksonException unreadable) {
            return "unreadable";
        }
    }

    /** A catalogue that lacks a text gives the key instead. */
    private static boolean isWithoutText(JsonNode problem, String member) {
        var code = problem.path("code").asString("");
        return (member.equals("title") && problem.path("title").asString("").equals(code))
                || (member.equals("detail")
                        && problem.path("detail").asString("").equals(code + ".detail"));
    }

    @Override
    public String toString() {
        var text = text();
        return status + " " + (text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
    }
}
