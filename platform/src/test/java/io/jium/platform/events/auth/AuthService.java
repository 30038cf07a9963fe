package io.jium.platform.events.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jium.contracts.auth.Sessions;
import io.jium.contracts.auth.SigningKeys;
import io.jium.platform.host.JiumService;
import io.jium.platform.security.Security;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.context.annotation.Bean;

/** Knows whomever a test names; their sessions never end. */
@JiumService(name = "auth")
public class AuthService {

    private static final RSAKey KEY = key();

    @Bean
    SigningKeys signingKeys() {
        return () -> new JWKSet(KEY.toPublicJWK()).toJSONObject();
    }

    @Bean
    Sessions sessions() {
        return sid -> new Sessions.Standing(Sessions.State.LIVE);
    }

    /**
     * @param role {@code admin} or {@code user}
     */
    public static String token(String role) {
        return token(role, 1);
    }

    /** The same for another user. */
    public static String token(String role, long userId) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(Security.ISSUER)
                        .subject(Long.toString(userId))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(600)));
        Map.of("sid", 1L, "user_id", userId, "email", "a@example.com", "role", role)
                .forEach(claims::claim);
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                        claims.build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
