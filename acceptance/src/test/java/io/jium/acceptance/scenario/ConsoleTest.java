package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Topology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public port serves beside the services. */
class ConsoleTest {

    private final Client browser = Topology.H2.installation().anybody();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/new", "/favicon.svg", "/docs", "/openapi.json"})
    void aBrowserThatKnowsAFileIsToldThatItHasNotChanged(String path) {
        var first = browser.get(path).expect(200);
        assertThat(first.etag()).isNotEmpty();
        var again = browser.with("If-None-Match", first.etag()).get(path).expect(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.etag()).isEqualTo(first.etag());
        browser.with("If-None-Match", "\"another\"").get(path).expect(200);
        browser.with("Range", "bytes=9999999-").get(path).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.js", "/none.txt", "/docs/none.js"})
    void aFileThatIsNotThereIsNotThePage(String path) {
        browser.get(path).expectProblem(404, "not_found");
    }
}
