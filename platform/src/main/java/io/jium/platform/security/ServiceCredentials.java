package io.jium.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What services show each other: who calls whom, signed with a secret they share (JWT, HS256). One
 * that leaks is worth nothing after a minute. Thread-safe.
 */
public final class ServiceCredentials {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(30);

    private final ServiceSecrets secrets;
    private final Clock clock;

    /**
     * @param given secrets separated by commas: the first one signs, all are accepted; null for
     *     those in the data folder
     */
    public ServiceCredentials(Secrets secrets, @Nullable String given, Clock clock) {
        this.secrets =
                given == null
                        ? ServiceSecrets.in(secrets.file("service"))
                        : ServiceSecrets.given(given);
        this.clock = clock;
    }

    /** Whether these can be the secrets of an installation. */
    public static boolean areGood(String secrets) {
        return ServiceSecrets.areGood(secrets);
    }

    /** A credential with which the caller calls the service. */
    public String issue(String caller, String service) {
        var secret = secrets.signing();
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(caller)
                        .audience(service)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(secret.id()).build();
        var credential = new SignedJWT(header, claims);
        try {
            credential.sign(secret.signer());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A service credential cannot be signed", impossible);
        }
        return credential.serialize();
    }

    /** Who calls; null when the credential is not good now, or is for none of these services. */
    @Nullable String caller(@Nullable String credential, Set<String> services) {
        if (credential == null) {
            return null;
        }
        try {
            var read = SignedJWT.parse(credential);
            var secret = secrets.find(read.getHeader().getKeyID());
            if (secret == null
                    || !JWSAlgorithm.HS256.equals(read.getHeader().getAlgorithm())
                    || !read.verify(secret.verifier())) {
                return null;
            }
            var claims = read.getJWTClaimsSet();
            return isTimely(claims) && isFor(services, claims.getAudience())
                    ? claims.getIssuer()
                    : null;
        } catch (ParseException | JOSEException unreadable) {
            return null;
        }
    }

    private boolean isTimely(JWTClaimsSet claims) {
        var now = clock.instant();
        return claims.getIssueTime() != null
                && claims.getExpirationTime() != null
                && !instant(claims.getIssueTime()).isAfter(now.plus(CLOCKS_MAY_DIFFER))
                && !instant(claims.getExpirationTime()).isBefore(now.minus(CLOCKS_MAY_DIFFER));
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }

    private static boolean isFor(Set<String> services, Collection<String> audience) {
        return !Collections.disjoint(services, audience);
    }
}
