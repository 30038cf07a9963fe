package io.jium.acceptance.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes tokens that nobody gave out, from one that somebody did. */
final class Forgery {

    private Forgery() {}

    /**
     * By what is wrong with them.
     *
     * @param token valid
     * @param victim user id that the forger would like to be
     * @param keys the public key set
     */
    static Map<String, String> of(String token, long victim, String keys)
            throws ParseException, JOSEException {
        var genuine = SignedJWT.parse(token);
        var claims =
                new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())
                        .claim("user_id", victim)
                        .subject(Long.toString(victim))
                        .claim("role", "admin")
                        .build();
        var published = JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
        var own = new RSAKeyGenerator(2048).keyID(genuine.getHeader().getKeyID()).generate();
        var parts = token.split("\\.");
        var forged = new LinkedHashMap<String, String>();
        forged.put("garbage", "garbage");
        forged.put("three garbage parts", "a.b.c");
        forged.put("empty", "");
        forged.put("other claims", parts[0] + "." + encoded(claims.toString()) + "." + parts[2]);
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        forged.put("signature of others", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
        forged.put(
                "algorithm none",
                encoded("{\"alg\":\"none\"}") + "." + encoded(claims.toString()) + ".");
        forged.put("public key as secret", byPublicKey(published, claims));
        forged.put(
                "own key", signed(header(own.getKeyID()).build(), claims, new RSASSASigner(own)));
        forged.put(
                "own key brought along",
                signed(
                        header(own.getKeyID()).jwk(own.toPublicJWK()).build(),
                        claims,
                        new RSASSASigner(own)));
        forged.put(
                "unknown key id", signed(header("unknown").build(), claims, new RSASSASigner(own)));
        return forged;
    }

    private static JWSHeader.Builder header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId);
    }

    /** RS256 read as HS256: the public key would be the secret. */
    private static String byPublicKey(RSAKey published, JWTClaimsSet claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(published.getKeyID()).build();
        return signed(header, claims, new MACSigner(published.toRSAPublicKey().getEncoded()));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String flipped(String signature) {
        var bytes = Base64.getUrlDecoder().decode(signature);
        bytes[bytes.length / 2] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
