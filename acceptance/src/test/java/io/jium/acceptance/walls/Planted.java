package io.jium.acceptance.walls;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What in {@code planted} breaks which wall; the wall's report must name each. */
final class Planted {

    private static final Map<String, List<String>> CULPRITS =
            Map.ofEntries(
                    Map.entry(
                            "a service depends on contracts and platform only",
                            List.of("PeeksIntoPlum")),
                    Map.entry(
                            "platform and contracts know no service",
                            List.of("PlatformThatKnowsPlum", "ContractThatKnowsPlum")),
                    Map.entry("contracts know no platform", List.of("ContractOnPlatform")),
                    Map.entry(
                            "contracts hold only interfaces, records and enums",
                            List.of("ContractWithLogic")),
                    Map.entry(
                            "a service has one public service type, at its root",
                            List.of("CherryService", "plum has these doors: []")),
                    Map.entry(
                            "a type is public only where another package of its service uses it",
                            List.of("PublicForNobody")),
                    Map.entry(
                            "the packages of a service form no cycle",
                            List.of("planted.cherry.chicken", "planted.cherry.egg")),
                    Map.entry("every package is null-marked", List.of("planted.unmarked.Careless")),
                    Map.entry(
                            "names come from the domain",
                            List.of("CherryManager", "CherryImpl", "CherryUtils", "CherryDto")),
                    Map.entry("SQL is in repositories only", List.of("SqlAnywhere")),
                    Map.entry("nothing is injected into fields", List.of("FieldInjection")),
                    Map.entry(
                            "a transactional method is one that Spring can see",
                            List.of(
                                    "IgnoredTransactions.hidden() is not public",
                                    "IgnoredTransactions.fixed() cannot be overridden",
                                    "FinalTransactions.lost() is declared in a final class",
                                    "IgnoredTransactions.within() is called within")),
                    Map.entry("nothing sleeps", List.of("Sleeper")),
                    Map.entry("nothing prints", List.of("Printer")),
                    Map.entry(
                            "a controller answers below its service's name, or a contract",
                            List.of("/plums/stolen", "/cherryish")),
                    Map.entry(
                            "a service names only tables of its own migrations",
                            List.of("names table plums", "names table pits")));

    private Planted() {}

    static List<String> culprits(String wall) {
        return Objects.requireNonNullElse(CULPRITS.get(wall), List.of());
    }
}
