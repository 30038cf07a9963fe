package io.jium.acceptance.endpoint;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, but for who sends it.
 *
 * @param variables fill the placeholders of the endpoint's path
 * @param query with its question mark, or empty
 * @param body what becomes JSON; null for none
 * @param form to upload; null when it is none
 */
public record Call(
        Map<String, Object> variables,
        String query,
        @Nullable Object body,
        @Nullable Form form,
        Map<String, String> headers) {

    /** Texts and a file. */
    public record Form(Map<String, String> texts, String fileName, byte[] file) {}

    /** A call without anything. */
    public static final Call PLAIN = new Call(Map.of(), "", null, null, Map.of());

    public static Call at(String variable, Object value) {
        return PLAIN.and(variable, value);
    }

    public Call and(String variable, Object value) {
        var more = new java.util.TreeMap<>(variables);
        more.put(variable, value);
        return new Call(more, query, body, form, headers);
    }

    public Call asking(String parameters) {
        return new Call(variables, "?" + parameters, body, form, headers);
    }

    public Call sending(Object json) {
        return new Call(variables, query, json, form, headers);
    }

    public Call uploading(Form upload) {
        return new Call(variables, query, body, upload, headers);
    }

    public Call with(String header, String value) {
        var more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new Call(variables, query, body, form, more);
    }

    /** The path with its placeholders filled, and the query. */
    public String address(Endpoint endpoint) {
        var path = endpoint.path();
        for (var variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue().toString());
        }
        return path + query;
    }

    /** Sends it. */
    public Answer send(Endpoint endpoint, Client client) {
        for (var header : headers.entrySet()) {
            client = client.with(header.getKey(), header.getValue());
        }
        var address = address(endpoint);
        if (form != null) {
            return client.upload(address, form.texts(), form.fileName(), form.file());
        }
        return body == null
                ? client.send(
                        endpoint.httpMethod(),
                        address,
                        endpoint.isWriting() ? BodyPublishers.noBody() : null)
                : client.json(endpoint.httpMethod(), address, body);
    }
}
