package io.jium.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs tokens of every kind that Kong was asked with. */
final class TestTokens {

    private static final RSAKey KEY = generated("key-2026-11");
    private static final RSAKey OLD = generated("key-2026-10");
    private static final RSAKey STRANGER = generated("key-2026-11");

    private final Clock clock;

    TestTokens(Clock clock) {
        this.clock = clock;
    }

    private static RSAKey generated(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static @Nullable JWK key(String id) {
        return switch (id) {
            case "key-2026-11" -> KEY.toPublicJWK();
            case "key-2026-10" -> OLD.toPublicJWK();
            default -> null;
        };
    }

    /** A good one of this session. */
    String session(long session) {
        return signed(KEY, header(KEY.getKeyID()), claims(Map.of("sid", session)));
    }

    /** The one that the title of a captured answer describes. */
    String called(String title) {
        var id = KEY.getKeyID();
        var now = clock.instant().getEpochSecond();
        return switch (title) {
            case "alg none" -> unsigned("{\"alg\":\"none\",\"kid\":\"%s\"}".formatted(id));
            case "alg missing" -> unsigned("{\"kid\":\"%s\"}".formatted(id));
            case "no iss", "kid missing" -> signed(KEY, "{\"alg\":\"RS256\"}", claims(Map.of()));
            case "iss is a number" ->
                    signed(KEY, "{\"alg\":\"RS256\",\"kid\":7}", claims(Map.of()));
            case "claims are a JSON string" -> signed(KEY, "{\"alg\":\"RS256\"}", "\"text\"");
            case "claims are null" -> signed(KEY, "{\"alg\":\"RS256\"}", "null");
            case "empty iss" -> signed(KEY, header(""), claims(Map.of()));
            case "unknown iss", "kid unknown" -> signed(KEY, header("nobody"), claims(Map.of()));
            case "alg not the credential's (HS512)" -> mac("HS512", id);
            case "RS256 key confusion: HS256 token for an RS256 credential" -> mac("HS256", id);
            case "bad signature", "RS256 wrong key" ->
                    signed(STRANGER, header(id), claims(Map.of()));
            case "signature part missing" -> {
                var whole = session(1);
                yield whole.substring(0, whole.lastIndexOf('.'));
            }
            case "kid rotated to kid-2", "protected with the previous key" ->
                    signed(OLD, header(OLD.getKeyID()), claims(Map.of()));
            case "expired" -> signed(KEY, header(id), "{\"exp\":%d}".formatted(now - 10));
            case "exp missing" -> signed(KEY, header(id), "{}");
            case "exp is a string" -> signed(KEY, header(id), "{\"exp\":\"%d\"}".formatted(now));
            case "exp and nbf both bad" ->
                    signed(
                            KEY,
                            header(id),
                            "{\"exp\":%d,\"nbf\":%d}".formatted(now - 10, now + 500));
            case "nbf in the future" -> signed(KEY, header(id), claims(Map.of("nbf", now + 500)));
            default -> session(1);
        };
    }

    private String claims(Map<String, Long> more) {
        var claims = new HashMap<>(more);
        claims.putIfAbsent("exp", clock.instant().getEpochSecond() + 300);
        var text = new StringBuilder("{");
        claims.forEach((name, value) ->
                text.append(text.length() > 1 ? "," : "")
                        .append("\"%s\":%d".formatted(name, value)));
        return text.append('}').toString();
    }

    private static String header(String id) {
        return "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(id);
    }

    private static String unsigned(String header) {
        return Base64URL.encode(header) + "." + Base64URL.encode("{\"exp\":9999999999}") + ".c2ln";
    }

    private static String signed(RSAKey key, String header, String claims) {
        try {
            var input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
            var signature =
                    new RSASSASigner(key)
                            .sign(
                                    JWSHeader.parse("{\"alg\":\"RS256\"}"),
                                    input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + signature;
        } catch (JOSEException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String mac(String algorithm, String id) {
        try {
            var header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, id);
            var input = Base64URL.encode(header) + "." + Base64URL.encode("{\"exp\":9999999999}");
            // The confusion: the public key, which everybody has, as the secret.
            var signature =
                    new MACSigner(KEY.toPublicJWK().toJSONString())
                            .sign(
                                    JWSHeader.parse("{\"alg\":\"%s\"}".formatted(algorithm)),
                                    input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + signature;
        } catch (JOSEException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
