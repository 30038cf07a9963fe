package io.jium.platform.saga.travel;

import io.jium.platform.host.JiumService;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.ServiceSagas;
import io.jium.platform.saga.Step;
import io.jium.platform.saga.air.Reservations;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Sells trips. */
@JiumService(name = "travel", needs = Reservations.class)
@Import(ServiceSagas.class)
public class TravelService {

    @Bean
    Saga<Trip> sale(Trips trips, Reservations air) {
        return new Saga<>(
                "trip",
                Trip.class,
                Duration.ofHours(1),
                List.of(
                        Step.<Trip>local("trip", trip -> book(trip, trips))
                                .undo(trip -> unbook(trip, trips)),
                        Step.<Trip>call(
                                        "flight",
                                        trip ->
                                                step(
                                                        trip,
                                                        "flight",
                                                        () -> air.reserve(id(trip), "flight")))
                                .undo(trip ->
                                        step(
                                                trip,
                                                "undo flight",
                                                () -> air.cancel(id(trip), "flight")))
                                .back(
                                        new Step.Patience(
                                                Duration.ofMillis(100),
                                                Duration.ofMinutes(1),
                                                Duration.ofMinutes(5))),
                        Step.<Trip>call(
                                        "room",
                                        trip ->
                                                step(
                                                        trip,
                                                        "room",
                                                        () -> air.reserve(id(trip), trip.second())))
                                .undo(trip ->
                                        step(
                                                trip,
                                                "undo room",
                                                () -> air.cancel(id(trip), trip.second()))),
                        Step.<Trip>local(
                                        "ticket",
                                        trip ->
                                                step(
                                                        trip,
                                                        "ticket",
                                                        () -> trips.addTicket(id(trip))))
                                .undo(trip ->
                                        step(
                                                trip,
                                                "undo ticket",
                                                () -> trips.removeTicket(id(trip)))),
                        Step.<Trip>call(
                                        "receipt",
                                        trip ->
                                                step(
                                                        trip,
                                                        "receipt",
                                                        () -> air.reserve(id(trip), "receipt")))
                                .forwardOnly()));
    }

    private static Trip book(Trip trip, Trips trips) {
        var id = new long[1];
        step(trip, "trip", () -> id[0] = trips.add(trip.name()));
        return new Trip(trip.name(), trip.second(), id[0]);
    }

    private static Trip unbook(Trip trip, Trips trips) {
        return step(
                trip,
                "undo trip",
                () -> {
                    if (trip.id() != null) {
                        trips.remove(trip.id());
                    }
                });
    }

    private static Trip step(Trip trip, String name, Runnable work) {
        Faults.around(trip.name(), name, work);
        return trip;
    }

    private static long id(Trip trip) {
        return Objects.requireNonNull(trip.id());
    }
}
