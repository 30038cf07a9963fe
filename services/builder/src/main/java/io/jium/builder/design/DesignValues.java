package io.jium.builder.design;

import io.jium.builder.site.SiteRegister;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What owners have put in the place of their style sheets' colours and typefaces. */
@Repository
public class DesignValues {

    private final SiteRegister sites;
    private final JdbcClient jdbc;

    DesignValues(SiteRegister sites, JdbcClient jdbc) {
        this.sites = sites;
        this.jdbc = jdbc;
    }

    /** By name, in the order of the names. */
    Map<String, String> of(long serviceId) {
        var values = new LinkedHashMap<String, String>();
        jdbc.sql("select name, chosen from design_values where service_id = ? order by name")
                .param(serviceId)
                .query(row -> {
                    values.put(row.getString("name"), row.getString("chosen"));
                });
        return values;
    }

    /**
     * Puts values in their place; those that are null are as they were again. Others stay. Refuses
     * with 404 when the site was removed meanwhile.
     */
    @Transactional
    public void change(long serviceId, Map<String, @Nullable String> changes) {
        sites.hold(serviceId);
        changes.forEach((name, value) -> {
            if (value == null) {
                jdbc.sql("delete from design_values where service_id = ? and name = ?")
                        .params(serviceId, name)
                        .update();
            } else {
                jdbc.sql(
                                """
                                insert into design_values (service_id, name, chosen) values (?, ?, ?)
                                on duplicate key update chosen = values(chosen)
                                """)
                        .params(serviceId, name, value)
                        .update();
            }
        });
    }

    /** Gives a new site those of another. */
    public void copy(long from, long to) {
        jdbc.sql(
                        """
                        insert into design_values (service_id, name, chosen)
                        select ?, name, chosen from design_values where service_id = ?
                        """)
                .params(to, from)
                .update();
    }

    /** Those of a site that is removed. */
    public void remove(long serviceId) {
        jdbc.sql("delete from design_values where service_id = ?").param(serviceId).update();
    }
}
