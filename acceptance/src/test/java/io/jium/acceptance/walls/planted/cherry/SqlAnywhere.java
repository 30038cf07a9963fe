package io.jium.acceptance.walls.planted.cherry;

import org.springframework.jdbc.core.simple.JdbcClient;

class SqlAnywhere {

    int stolen(JdbcClient jdbc, String more) {
        return jdbc.sql("select count(*) from plums p join pits on p.id = " + more)
                .query(Integer.class)
                .single();
    }

    void own(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into cherries (id) values (1) on duplicate key update id = values(id)
                        """)
                .update();
    }
}
