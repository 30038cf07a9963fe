package io.jium.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.jium.contracts.auth.SigningKeys;
import io.jium.platform.problem.Refusal;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The auth service's keys. When it is away and no key is known, a token can be neither right nor
 * wrong: whoever holds it is to come again, not to log in anew. Thread-safe.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

    private final SigningKeys keys;
    private volatile @Nullable Refusal away;

    PublishedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
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

    /** Why a token could not be checked; null when it was checked and found bad. */
    @Nullable Refusal uncheckable(Exception notDecoded) {
        for (Throwable cause = notDecoded; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeySourceException) {
                return away;
            }
        }
        return null;
    }

    @Override
    public void close() {}
}
