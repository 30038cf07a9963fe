package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.endpoint.Belongings;
import io.jium.acceptance.endpoint.Call;
import io.jium.acceptance.endpoint.Calls;
import io.jium.acceptance.endpoint.Endpoint;
import io.jium.acceptance.endpoint.Endpoints;
import io.jium.acceptance.endpoint.Kind;
import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint answers alike in every topology: refusals to the word, successes by their shape.
 */
class SameAnswersTest {

    private static final Map<Topology, Map<String, String>> ANSWERS = new EnumMap<>(Topology.class);

    @ParameterizedTest
    @EnumSource(value = Topology.class, names = "H2", mode = EnumSource.Mode.EXCLUDE)
    void answersAsInOneProcessOnH2(Topology topology) {
        var expected = answers(Topology.H2);
        assertThat(expected).hasSizeGreaterThan(100);
        var actual = answers(topology);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(
                        actual.entrySet().stream()
                                .filter(answer ->
                                        !answer.getValue().equals(expected.get(answer.getKey())))
                                .map(answer ->
                                        "%s: %s, not %s"
                                                .formatted(
                                                        answer.getKey(),
                                                        answer.getValue(),
                                                        expected.get(answer.getKey()))))
                .isEmpty();
    }

    private static Map<String, String> answers(Topology topology) {
        return ANSWERS.computeIfAbsent(topology, t -> record(t.installation()));
    }

    private static Map<String, String> record(Installation jium) {
        var answers = new TreeMap<String, String>();
        var owner = Belongings.of(jium);
        var stranger = Belongings.of(jium);
        var admin = jium.administrator().client();
        for (var language : List.of("en", "ko")) {
            for (var endpoint : Endpoints.ofThePublic()) {
                var use = Calls.of(endpoint).orElseThrow();
                var call = use.call().apply(owner).with("Accept-Language", language);
                var ask = language + " " + endpoint;
                answers.put(ask + " by nobody", said(call.send(endpoint, jium.anybody())));
                if (endpoint.path().endsWith("/logout") || use.kind() == Kind.PUBLIC) {
                    continue;
                }
                if (use.kind() != Kind.SELF) {
                    answers.put(
                            ask + " by a stranger",
                            said(call.send(endpoint, stranger.customer().client())));
                }
                var rightful = use.kind() == Kind.ADMIN ? admin : owner.customer().client();
                bad(endpoint, call, rightful, ask, answers);
                if (!endpoint.isWriting()) {
                    answers.put(ask + " rightly", said(call.send(endpoint, rightful)));
                }
            }
        }
        return answers;
    }

    private static void bad(
            Endpoint endpoint, Call call, Client client, String ask, Map<String, String> answers) {
        if (call.body() != null) {
            for (var body : List.of(Map.of(), List.of(), "text")) {
                if (body instanceof Map && !endpoint.httpMethod().equals("POST")) {
                    continue;
                }
                answers.put(ask + " with " + body, said(call.sending(body).send(endpoint, client)));
            }
        }
        for (var variable : call.variables().keySet()) {
            for (var value : List.of("999999999", "abc", "-1")) {
                answers.put(
                        ask + " with " + variable + " " + value,
                        said(call.and(variable, value).send(endpoint, client)));
            }
        }
        if (call.headers().containsKey("If-Match")) {
            answers.put(
                    ask + " late", said(call.with("If-Match", "\"77\"").send(endpoint, client)));
        }
    }

    private static String said(Answer answer) {
        var type = answer.header("Content-Type");
        if (answer.isProblem()) {
            var problem = answer.json();
            return "%d %s %s %s %s %s %s"
                    .formatted(
                            answer.status(),
                            type,
                            problem.at("/type"),
                            problem.at("/code"),
                            problem.at("/title"),
                            problem.at("/detail"),
                            problem.at("/errors")
                                    .valueStream()
                                    .map(JsonNode::toString)
                                    .sorted()
                                    .toList());
        }
        return "%d %s %s"
                .formatted(
                        answer.status(),
                        type,
                        type.startsWith("application/json") ? shape(answer.json()) : "");
    }

    /** Which members there are; what they hold differs from one installation to the next. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            return node.propertyNames().toString();
        }
        return node.getNodeType().toString();
    }
}
