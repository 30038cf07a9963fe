package io.jium.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.jium.contracts.auth.SigningKeys;
import io.jium.platform.problem.Refusal;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The auth service's keys, kept for five minutes. When it is away and no key is known, a token can
 * be neither right nor wrong: whoever holds it is to come again, not to log in anew. Thread-safe.
 */
public final class PublishedKeys {

    private final Fetching fetching;
    private final JWKSource<SecurityContext> source;

    public PublishedKeys(SigningKeys keys) {
        this.fetching = new Fetching(keys);
        this.source =
                JWKSourceBuilder.<SecurityContext>create(fetching)
                        .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(15).toMillis())
                        .rateLimited(Duration.ofSeconds(1).toMillis())
                        .build();
    }

    /**
     * The key of this id; null when there is none.
     *
     * @throws Refusal when the auth service is away and the key is not among those known
     */
    public @Nullable JWK key(String id) {
        try {
            var selector = new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
            var found = source.get(selector, null);
            return found.isEmpty() ? null : found.getFirst();
        } catch (KeySourceException failed) {
            var away = fetching.away;
            if (away == null) {
                return null;
            }
            throw away;
        }
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    /** Why a token could not be checked; null when it was checked and found bad. */
    @Nullable Refusal uncheckable(Exception notDecoded) {
        for (Throwable cause = notDecoded; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeySourceException) {
                return fetching.away;
            }
        }
        return null;
    }

    private static final class Fetching implements JWKSetSource<SecurityContext> {

        private final SigningKeys keys;
        private volatile @Nullable Refusal away;

        Fetching(SigningKeys keys) {
            this.keys = keys;
        }

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws JWKSetRetrievalException {
            try {
                var set = JWKSet.parse(keys.jwks());
                away = null;
                return set;
            } catch (ParseException unreadable) {
                throw new JWKSetRetrievalException("The key set cannot be read", unreadable);
            } catch (Refusal refused) {
                away = refused;
                throw new JWKSetRetrievalException("The key set cannot be had", refused);
            }
        }

        @Override
        public void close() {}
    }
}
