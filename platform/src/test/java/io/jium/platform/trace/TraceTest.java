package io.jium.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + ID + "-00f067aa0ba902b7-01";

    @Test
    void goesOnWithTheTraceOfTheCallerInASpanOfItsOwn() {
        var trace = Trace.of(PARENT, null);
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.parent()).isEqualTo("00f067aa0ba902b7");
        assertThat(trace.span()).matches("[0-9a-f]{16}").isNotEqualTo(trace.parent());
        assertThat(trace.flags()).isEqualTo("01");
        assertThat(trace.requestId()).isEqualTo(ID);
        assertThat(Trace.of(PARENT, null).span()).isNotEqualTo(trace.span());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g"
            })
    void nonsenseBeginsATraceOfItsOwn(String nonsense) {
        var trace = Trace.of(nonsense, null);
        assertThat(trace.id()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
        assertThat(trace.parent()).isNull();
        assertThat(trace.flags()).isEqualTo("00");
    }

    @Test
    void aLaterVersionMayGoOnAfterItsFlags() {
        var trace = Trace.of(PARENT.replaceFirst("00", "01") + "-more", null);
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(Trace.of(PARENT.replaceFirst("01$", "ff"), null).flags()).isEqualTo("01");
    }

    @Test
    void theRequestIdOfTheCallerIsKept() {
        var trace = Trace.of(PARENT, "ticket-4711");
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.requestId()).isEqualTo("ticket-4711");
        assertThat(Trace.of(null, "ticket-4711").requestId()).isEqualTo("ticket-4711");
        assertThat(Trace.of(null, "<script>").requestId()).matches("[0-9a-f]{32}");
        assertThat(Trace.of(null, "4bf92f35-77b3-4da6-a3ce-929d0e0e4736").id()).isEqualTo(ID);
    }

    @Test
    void whatAThreadDoesIsPassedOnAsLongAsItBelongsToATrace() {
        var trace = Trace.of(PARENT, "ticket-4711");
        trace.begin();
        var headers = new HashMap<String, String>();
        Trace.passOn(headers::put);
        Trace.end();
        assertThat(headers)
                .containsEntry("X-Request-Id", "ticket-4711")
                .containsEntry("traceparent", "00-%s-%s-01".formatted(ID, trace.span()));
        Trace.passOn((name, value) -> assertThat(name).isNull());
    }
}
