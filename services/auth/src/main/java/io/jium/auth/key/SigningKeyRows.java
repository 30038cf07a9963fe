package io.jium.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.jium.platform.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Key pairs in the database, sealed. */
@Repository
class SigningKeyRows {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    SigningKeyRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Newest first. */
    List<SigningKey> all() {
        return jdbc.sql(
                        """
                        select generation, key_pair, created_at, signs_from, token_life_seconds
                        from signing_keys order by generation desc
                        """)
                .query(this::key)
                .list();
    }

    /** Makes a key; false when another process was first. */
    boolean make(int generation, Instant now, Instant signsFrom, Duration tokenLife) {
        try {
            jdbc.sql(
                            """
                            insert into signing_keys (generation, key_pair, created_at, signs_from, token_life_seconds)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            generation,
                            secrets.seal(pair().toJSONString().getBytes(StandardCharsets.UTF_8)),
                            Timestamp.from(now),
                            Timestamp.from(signsFrom),
                            tokenLife.toSeconds())
                    .update();
            return true;
        } catch (DuplicateKeyException anotherWasFirst) {
            return false;
        }
    }

    void lengthen(int generation, Duration tokenLife) {
        jdbc.sql("update signing_keys set token_life_seconds = ? where generation = ?")
                .params(tokenLife.toSeconds(), generation)
                .update();
    }

    void forget(int generation) {
        jdbc.sql("delete from signing_keys where generation = ?").param(generation).update();
    }

    private static RSAKey pair() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException impossible) {
            throw new LinkageError("Every Java platform makes RSA keys", impossible);
        }
    }

    private SigningKey key(ResultSet row, int number) throws SQLException {
        try {
            var pair =
                    RSAKey.parse(
                            new String(
                                    secrets.open(row.getBytes("key_pair")),
                                    StandardCharsets.UTF_8));
            return new SigningKey(
                    row.getInt("generation"),
                    pair,
                    new RSASSASigner(pair),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("signs_from").toInstant(),
                    Duration.ofSeconds(row.getLong("token_life_seconds")));
        } catch (ParseException | JOSEException broken) {
            throw new IllegalStateException("A signing key cannot be read", broken);
        }
    }
}
