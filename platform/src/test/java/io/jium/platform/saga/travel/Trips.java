package io.jium.platform.saga.travel;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class Trips {

    private final JdbcClient jdbc;

    Trips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String name) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into trips (name) values (?)").param(name).update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    void remove(long id) {
        jdbc.sql("delete from trips where id = ?").param(id).update();
    }

    void addTicket(long trip) {
        jdbc.sql("insert into tickets (trip) values (?)").param(trip).update();
    }

    void removeTicket(long trip) {
        jdbc.sql("delete from tickets where trip = ?").param(trip).update();
    }
}
