package io.jium.platform.binding.auth;

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
import org.springframework.web.bind.annotation.RestController;

/** Answers its contracts over HTTP; every session lives. */
@JiumService(name = "auth")
public class AuthOverHttp {

    private static final RSAKey KEY = key();

    @RestController
    static class Keys implements SigningKeys {
        @Override
        public Map<String, Object> jwks() {
            return new JWKSet(KEY.toPublicJWK()).toJSONObject();
        }
    }

    @RestController
    static class Standings implements Sessions {
        @Override
        public Standing standing(long sid) {
            return new Standing(State.LIVE);
        }
    }

    /** Of an operator. */
    public static String token() {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(Security.ISSUER)
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        Map.of("sid", 1L, "user_id", 1L, "email", "a@example.com", "role", "admin")
                .forEach(claims::claim);
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
