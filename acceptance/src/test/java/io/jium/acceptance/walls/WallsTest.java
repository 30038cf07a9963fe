package io.jium.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {

    private static final House PRODUCT = House.product();
    private static final House PLANTED = House.planted();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void theProductKeepsTheWall(Wall wall, String where) {
        assertThat(wall.violations(PRODUCT, where)).as(wall.name()).isEmpty();
    }

    static Stream<Arguments> theProductKeepsTheWall() {
        return Walls.ALL.stream()
                .flatMap(wall ->
                        (wall.isForEachService() ? PRODUCT.services() : List.of("everything"))
                                .stream().map(where -> arguments(wall, where)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aPlantedViolationIsCaught(Wall wall) {
        var caught =
                (wall.isForEachService() ? PLANTED.services() : List.of("everything"))
                        .stream()
                                .flatMap(service -> wall.violations(PLANTED, service).stream())
                                .toList();
        assertThat(Planted.culprits(wall.name())).isNotEmpty();
        for (var culprit : Planted.culprits(wall.name())) {
            assertThat(caught).as(culprit).anyMatch(line -> line.contains(culprit));
        }
    }

    static Stream<Wall> aPlantedViolationIsCaught() {
        return Walls.ALL.stream();
    }
}
