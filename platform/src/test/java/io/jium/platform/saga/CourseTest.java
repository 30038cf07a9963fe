package io.jium.platform.saga;

import static io.jium.platform.saga.Event.FAILED;
import static io.jium.platform.saga.Event.REFUSED;
import static io.jium.platform.saga.Event.RETRIED;
import static io.jium.platform.saga.Event.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.platform.saga.Position.Doing;
import io.jium.platform.saga.Position.Done;
import io.jium.platform.saga.Position.Stuck;
import io.jium.platform.saga.Position.Tries;
import io.jium.platform.saga.Position.Undoing;
import io.jium.platform.saga.Position.Undone;
import io.jium.platform.saga.Step.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules alone: one can go back from a and b, c has nothing to undo, d is only for going on. */
class CourseTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final Instant DEADLINE = NOW.plusSeconds(60);
    private static final Course COURSE =
            new Course(
                    List.of(
                            step("a").undo(nothing -> nothing),
                            step("b").undo(nothing -> nothing),
                            step("c"),
                            step("d").forwardOnly()));

    private record Nothing() {}

    private static Step<Nothing> step(String name) {
        var patience =
                new Patience(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));
        return Step.<Nothing>call(name, nothing -> nothing).there(patience).back(patience);
    }

    private static Position next(Position at, Event event) {
        return next(at, event, NOW);
    }

    private static Position next(Position at, Event event, Instant now) {
        return COURSE.next(at, event, DEADLINE, now);
    }

    private static Doing doing(int step) {
        return new Doing(step, Tries.fresh(NOW));
    }

    private static Undoing undoing(int step) {
        return new Undoing(step, Tries.fresh(NOW));
    }

    @Test
    void goesFromStepToStepUntilAllAreDone() {
        var at = COURSE.start(NOW);
        assertThat(at).isEqualTo(doing(0));
        for (var step = 1; step <= 3; step++) {
            at = next(at, SUCCEEDED);
            assertThat(at).isEqualTo(doing(step));
        }
        assertThat(next(at, SUCCEEDED)).isEqualTo(new Done(3));
    }

    @Test
    void whatIsRefusedIsTakenBackFromThatStepOn() {
        assertThat(next(doing(1), REFUSED)).isEqualTo(undoing(1));
        assertThat(next(undoing(1), SUCCEEDED)).isEqualTo(undoing(0));
        assertThat(next(undoing(0), SUCCEEDED)).isEqualTo(new Undone(0));
    }

    @Test
    void stepsWithoutAWayBackArePassedOver() {
        assertThat(next(doing(2), REFUSED)).isEqualTo(undoing(1));
    }

    @Test
    void whatFailsIsTriedAgainAfterLongerAndLongerPauses() {
        Position at = doing(1);
        for (var pause : List.of(1, 2, 4, 5, 5)) {
            at = next(at, FAILED);
            assertThat(((Doing) at).tries().due()).isEqualTo(NOW.plusSeconds(pause));
        }
        assertThat(((Doing) at).tries().failures()).isEqualTo(5);
        assertThat(at.isDue(NOW.plusSeconds(4))).isFalse();
        assertThat(at.isDue(NOW.plusSeconds(5))).isTrue();
        assertThat(next(at, SUCCEEDED)).isEqualTo(doing(2));
    }

    @Test
    void whatFailsForTooLongIsTakenBack() {
        assertThat(next(doing(1), FAILED, NOW.plusSeconds(29))).isInstanceOf(Doing.class);
        var late = NOW.plusSeconds(30);
        assertThat(next(doing(1), FAILED, late)).isEqualTo(new Undoing(1, Tries.fresh(late)));
    }

    @Test
    void theWayThereEndsAtTheDeadlineHoweverFreshTheStep() {
        var fresh = new Doing(1, Tries.fresh(DEADLINE));
        assertThat(next(fresh, FAILED, DEADLINE)).isInstanceOf(Undoing.class);
        assertThat(next(fresh, SUCCEEDED, DEADLINE)).isInstanceOf(Doing.class);
    }

    @Test
    void aStepWithoutPatienceIsTakenBackAtItsFirstFailure() {
        var course = new Course(List.of(step("a").undo(nothing -> nothing).there(Patience.NONE)));
        assertThat(course.next(doing(0), FAILED, DEADLINE, NOW)).isEqualTo(undoing(0));
        assertThat(course.next(undoing(0), FAILED, DEADLINE, NOW)).isInstanceOf(Undoing.class);
    }

    @Test
    void beyondThePointOfNoReturnItOnlyGoesOn() {
        assertThat(next(doing(3), REFUSED)).isInstanceOf(Doing.class);
        assertThat(next(doing(3), FAILED, NOW.plusSeconds(29))).isInstanceOf(Doing.class);
        assertThat(next(doing(3), FAILED, NOW.plusSeconds(30))).isEqualTo(new Stuck(3, false));
    }

    @Test
    void aWayBackThatFailsForTooLongIsStuckUntilSomebodyAsks() {
        assertThat(next(undoing(1), REFUSED)).isInstanceOf(Undoing.class);
        var late = NOW.plusSeconds(30);
        assertThat(next(undoing(1), FAILED, late)).isEqualTo(new Stuck(1, true));
        assertThat(next(new Stuck(1, true), RETRIED)).isEqualTo(undoing(1));
        assertThat(next(new Stuck(3, false), RETRIED)).isEqualTo(doing(3));
    }

    @Test
    void whatHasEndedDoesNotMove() {
        for (var ended : List.of(new Done(3), new Undone(0), new Stuck(1, true))) {
            assertThat(ended.isDue(Instant.MAX)).isFalse();
            assertThatThrownBy(() -> next(ended, SUCCEEDED))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aSagaThatCouldNotTurnBackHalfwayIsNoSaga() {
        assertThatThrownBy(() -> saga(List.of(step("a").forwardOnly(), step("b"))))
                .hasMessageContaining("point of no return");
        assertThatThrownBy(() -> saga(List.of(step("a"), step("a"))))
                .hasMessageContaining("two steps a");
        assertThatThrownBy(() -> saga(List.of())).hasMessageContaining("no steps");
    }

    private static Saga<Nothing> saga(List<Step<Nothing>> steps) {
        return new Saga<>("saga", Nothing.class, Duration.ofMinutes(1), steps);
    }
}
