package io.jium.platform.events.late;

import io.jium.platform.events.Hearer;
import io.jium.platform.events.shop.Sold;
import io.jium.platform.host.JiumService;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters each sale, but none that is poison before it was mended. */
@JiumService(name = "late", hears = Sold.class)
public class LateService {

    @Bean
    Hearer<Sold> sold(JdbcClient jdbc) {
        return new Hearer<>(Sold.class, sale -> enter(sale, jdbc));
    }

    private static void enter(Sold sale, JdbcClient jdbc) {
        jdbc.sql("insert into entries (item, note) values (?, ?)")
                .params(sale.item(), sale.note())
                .update();
        var mended = jdbc.sql("select count(*) from mended").query(Integer.class).single() > 0;
        if (sale.note().equals("poison") && !mended) {
            throw new IllegalStateException("This cannot be entered");
        }
    }
}
