package io.jium.deploy;

import io.jium.contracts.release.Variant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contents were compressed before, and to what. */
@Repository
class CompressedForms {

    private final JdbcClient jdbc;

    CompressedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Null where a form would not be smaller. */
    record Forms(@Nullable Variant gzip, @Nullable Variant brotli) {
        static final Forms NONE = new Forms(null, null);
    }

    Optional<Forms> of(String sha256) {
        return jdbc.sql(
                        "select gzip_sha256, gzip_bytes, brotli_sha256, brotli_bytes from variants where sha256 = ?")
                .param(sha256)
                .query((row, number) ->
                        new Forms(
                                variant(row.getString("gzip_sha256"), row.getLong("gzip_bytes")),
                                variant(
                                        row.getString("brotli_sha256"),
                                        row.getLong("brotli_bytes"))))
                .optional();
    }

    /** The same content again changes nothing. */
    void keep(String sha256, Forms forms) {
        jdbc.sql(
                        """
                        insert into variants (sha256, gzip_sha256, gzip_bytes, brotli_sha256, brotli_bytes)
                        values (?, ?, ?, ?, ?) on duplicate key update gzip_sha256 = values(gzip_sha256)
                        """)
                .param(sha256)
                .param(forms.gzip == null ? null : forms.gzip.sha256())
                .param(forms.gzip == null ? null : forms.gzip.bytes())
                .param(forms.brotli == null ? null : forms.brotli.sha256())
                .param(forms.brotli == null ? null : forms.brotli.bytes())
                .update();
    }

    private static @Nullable Variant variant(@Nullable String sha256, long bytes) {
        return sha256 == null ? null : new Variant(sha256, bytes);
    }
}
