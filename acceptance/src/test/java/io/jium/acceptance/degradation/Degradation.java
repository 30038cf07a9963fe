package io.jium.acceptance.degradation;

import io.jium.acceptance.Product;
import io.jium.acceptance.endpoint.Calls;
import io.jium.acceptance.endpoint.Endpoint;
import io.jium.acceptance.endpoint.Endpoints;
import io.jium.acceptance.endpoint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each endpoint does while a service is away. */
final class Degradation {

    private static final String HEAD =
            """
            # When a service is away

            What a caller gets of each endpoint while one service does not run or does not answer.

            - **works**: as always.
            - **503**: `service_unavailable`, with `Retry-After` and the member `service` that names what is away. Nothing of it has been done, and
              nobody is signed out.
            - **502**: `bad_gateway`. These are the endpoints of the service itself; the gateway answers.
            - **later**: answered as always; a part of the work is done when the service is back, as the notes say.

            Whatever is away: published sites are served, from the disk of the edge; events wait in the database of their teller and arrive when the
            hearer is back; a service starts, and answers what it can, while those it needs are not there yet. Without auth nothing is
            answered that needs a token, for the session might have ended.

            The first calls to a service that is gone take as long as it takes to find that out (at most its time limit, 30 s by default, and 5 s
            for token checks); after ten failures it is left alone and refused for at once, and tried again every two seconds.

            What every service answers (`/{service}/…`) is asked of payment here.

            This page is generated from what `DegradationTest` proves by stopping each service in turn
            (`mvn test -pl acceptance -am -Djium.generate=true`).

            """;

    private Degradation() {}

    /** What happens. */
    enum Outcome {
        WORKS,
        REFUSED,
        LATER,
        /** There is only the gateway to answer. */
        SILENT
    }

    static Outcome of(Endpoint endpoint, String away) {
        if (Calls.of(endpoint).orElseThrow().isOf(endpoint, away)) {
            return Outcome.SILENT;
        }
        if (away.equals("auth") && Calls.of(endpoint).orElseThrow().kind() != Kind.PUBLIC) {
            return Outcome.REFUSED;
        }
        return postponed(endpoint, away).isPresent() ? Outcome.LATER : Outcome.WORKS;
    }

    static Optional<Postponed> postponed(Endpoint endpoint, String away) {
        return Postponed.ALL.stream()
                .filter(one -> one.endpoint().equals(endpoint.name()) && one.away().equals(away))
                .findFirst();
    }

    /** The page of the documentation. */
    static String page() {
        var services = Product.services();
        var page = new StringBuilder(HEAD);
        page.append("| endpoint | ").append(String.join(" | ", services)).append(" |\n");
        page.append("| --- |").append(" --- |".repeat(services.size())).append('\n');
        var notes = new ArrayList<String>();
        for (var endpoint : Endpoints.ofThePublic()) {
            page.append("| `").append(endpoint).append("` | ");
            page.append(
                    services.stream()
                            .map(away -> cell(endpoint, away, notes))
                            .collect(Collectors.joining(" | ")));
            page.append(" |\n");
        }
        page.append('\n');
        for (var n = 0; n < notes.size(); n++) {
            page.append("%d. %s\n".formatted(n + 1, notes.get(n)));
        }
        return page.toString();
    }

    private static String cell(Endpoint endpoint, String away, List<String> notes) {
        return switch (of(endpoint, away)) {
            case WORKS -> "works";
            case REFUSED -> "503";
            case SILENT -> "502";
            case LATER -> {
                var says = postponed(endpoint, away).orElseThrow().says();
                if (!notes.contains(says)) {
                    notes.add(says);
                }
                yield "later (%d)".formatted(notes.indexOf(says) + 1);
            }
        };
    }
}
