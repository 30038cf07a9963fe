package io.jium.platform.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the databases of an installation are. */
public record DatabaseAddress(
        Path data, @Nullable String url, @Nullable String user, @Nullable String password) {

    /** JDBC address of one service's own database. */
    String jdbcUrl(String service) {
        if (url == null) {
            // WRITE_DELAY=0: none of H2's own threads writes. With one, kill -9 once left a file
            // that could not be opened ("Chunk 3 not found"). For durability see DurableCommits.
            return "jdbc:h2:file:%s;MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                    .formatted(data.resolve("db").resolve(service + "_db"));
        }
        var question = url.indexOf('?');
        var base = question < 0 ? url : url.substring(0, question);
        var options = question < 0 ? "" : "&" + url.substring(question + 1);
        return "%s/%s_db?createDatabaseIfNotExist=true%s"
                .formatted(
                        base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                        service,
                        options);
    }
}
