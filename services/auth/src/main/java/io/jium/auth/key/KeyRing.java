package io.jium.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jium.auth.AuthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys in use. A new key is published {@link #NOTICE} before it signs, so that every verifier
 * has fetched it by then (they and the HTTP caches between keep a key set for five minutes each).
 * An old one is published until the last token it can have signed has expired. Thread-safe.
 */
@Component
public class KeyRing {

    /** How long a key is published before it signs. */
    static final Duration NOTICE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** How long another process may go on with what it has read. */
    private static final Duration REREAD = Duration.ofSeconds(30);

    /** Longer than {@link #REREAD}: a process that has not seen the new key yet signs on. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private final SigningKeyRows rows;
    private final AuthSettings settings;
    private final Clock clock;
    private volatile @Nullable Ring ring;

    KeyRing(SigningKeyRows rows, AuthSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token of these claims, signed with the key whose turn it is. */
    public String sign(JWTClaimsSet claims) {
        var key = signing(keys(), clock.instant());
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.pair().getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(key.signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException("A token cannot be signed", broken);
        }
        return token.serialize();
    }

    /** The public halves, newest first. */
    Map<String, Object> published() {
        List<JWK> published = new ArrayList<>();
        var now = clock.instant();
        var all = keys();
        for (var i = 0; i < all.size(); i++) {
            if (isServed(all, i, now)) {
                published.add(all.get(i).pair().toPublicJWK());
            }
        }
        return new JWKSet(published).toJSONObject();
    }

    /** Makes the next key, unless one is waiting for its turn already. */
    public void rotate() {
        var newest = reread().getFirst();
        var now = clock.instant();
        if (newest.signsFrom().isAfter(now)) {
            return;
        }
        var made = rows.make(newest.generation() + 1, now, now.plus(NOTICE), settings.tokenLife());
        if (made) {
            LOG.info(
                    "Signing key {} is published and signs in {}", newest.generation() + 1, NOTICE);
        }
        reread();
    }

    /** Rotates when the newest key has become old, and forgets keys that nobody needs. */
    public void tend() {
        var all = reread();
        var now = clock.instant();
        for (var i = 0; i < all.size(); i++) {
            if (!isServed(all, i, now)) {
                rows.forget(all.get(i).generation());
            }
        }
        if (!all.getFirst().createdAt().plus(settings.keyLife()).isAfter(now)) {
            rotate();
        }
    }

    private static SigningKey signing(List<SigningKey> all, Instant now) {
        return all.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(all::getLast);
    }

    /** The newest is served always, others until the tokens of their time have expired. */
    private static boolean isServed(List<SigningKey> all, int index, Instant now) {
        return index == 0
                || all.get(index - 1)
                        .signsFrom()
                        .plus(all.get(index).tokenLife())
                        .plus(SLACK)
                        .isAfter(now);
    }

    private List<SigningKey> keys() {
        var known = ring;
        return known == null || known.readAt().plus(REREAD).isBefore(clock.instant())
                ? reread()
                : known.keys();
    }

    private synchronized List<SigningKey> reread() {
        var now = clock.instant();
        var all = rows.all();
        if (all.isEmpty()) {
            rows.make(1, now, now, settings.tokenLife());
            all = rows.all();
        }
        var signing = signing(all, now);
        if (signing.tokenLife().compareTo(settings.tokenLife()) < 0) {
            rows.lengthen(signing.generation(), settings.tokenLife());
            all = rows.all();
        }
        ring = new Ring(all, now);
        return all;
    }

    private record Ring(List<SigningKey> keys, Instant readAt) {}
}
