package io.jium.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.endpoint.Endpoint;
import io.jium.acceptance.endpoint.Endpoints;
import io.jium.acceptance.reference.Reference;
import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void theDocumentInDocsIsTheOneOfTheControllers() throws IOException {
        new Reference("openapi.json", OpenApiDocument.json()).check();
    }

    @Test
    void everyOperationIsToldInASentence() {
        var endpoints =
                Endpoints.ofThePublic().stream()
                        .map(Endpoint::name)
                        .map(name -> name.replaceFirst(" as .*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Operations.all().keySet()).containsExactlyInAnyOrderElementsOf(endpoints);
    }
}
