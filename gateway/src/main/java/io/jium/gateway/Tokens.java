package io.jium.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.jium.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks access tokens as Kong's jwt plugin does, in its order and words; services check again, and
 * whether the session still lives. What was found good is remembered until it expires, so that a
 * check costs a look-up. Thread-safe.
 */
final class Tokens {

    private static final int MOST_REMEMBERED = 20_000;
    private static final String SIGNED_BY = "RS256";
    private static final Set<String> ALGORITHMS =
            Set.of(
                    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512",
                    "PS256", "PS384", "PS512", "EdDSA");
    private static final Rejection INVALID_JSON = Rejection.badToken("Bad token; invalid JSON");
    private static final Rejection INVALID_ALG = Rejection.badToken("Bad token; invalid alg");
    private static final Rejection NO_ID = Rejection.badToken("No mandatory 'kid' in claims");
    private static final Rejection EMPTY_ID = Rejection.badToken("Invalid 'kid' in claims");
    private static final Rejection NO_KEY =
            Rejection.badToken("No credentials found for given 'kid'");
    private static final Rejection OTHER_ALG = Rejection.badToken("Invalid algorithm");
    private static final Rejection NOT_SIGNED = Rejection.badToken("Invalid signature");

    private final Function<String, @Nullable JWK> keys;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<String, Good> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * @param keys by their id, null for none; throws a {@link Refusal} when that cannot be told
     */
    Tokens(Function<String, @Nullable JWK> keys, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** What a check has found. */
    sealed interface Verdict {}

    /**
     * @param session the {@code sid}
     * @param expires seconds since 1970
     */
    record Good(String session, double expires) implements Verdict {}

    record Bad(Rejection why) implements Verdict {}

    /** Whether a check of this one will not have to wait for keys. */
    boolean knows(String token) {
        return known(token) != null;
    }

    private @Nullable Good known(String token) {
        var known = remembered.getIfPresent(token);
        return known != null && known.expires > now() ? known : null;
    }

    /** May ask for keys. */
    Verdict check(String token) {
        var known = known(token);
        if (known != null) {
            return known;
        }
        var verdict = verdict(token);
        if (verdict instanceof Good good) {
            remembered.put(token, good);
        }
        return verdict;
    }

    private Verdict verdict(String token) {
        var parts = token.split("\\.", -1);
        var header = parts.length == 3 ? read(parts[0]) : null;
        var claims = parts.length == 3 ? read(parts[1]) : null;
        if (header == null || claims == null || !header.isObject() || parts[2].isEmpty()) {
            return new Bad(INVALID_JSON);
        }
        var algorithm = header.path("alg").asString("");
        if (!ALGORITHMS.contains(algorithm)) {
            return new Bad(INVALID_ALG);
        }
        var id = claims.has("kid") ? claims.path("kid") : header.path("kid");
        if (!id.isString()) {
            return new Bad(NO_ID);
        }
        if (id.stringValue().isEmpty()) {
            return new Bad(EMPTY_ID);
        }
        JWK key;
        try {
            key = keys.apply(id.stringValue());
        } catch (Refusal away) {
            return new Bad(Rejection.KEYS_AWAY);
        }
        if (key == null) {
            return new Bad(NO_KEY);
        }
        if (!algorithm.equals(SIGNED_BY)) {
            return new Bad(OTHER_ALG);
        }
        return isSigned(parts, key) ? inTime(claims) : new Bad(NOT_SIGNED);
    }

    private static boolean isSigned(String[] parts, JWK key) {
        try {
            var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return key instanceof RSAKey rsa
                    && new RSASSAVerifier(rsa)
                            .verify(
                                    JWSHeader.parse(new Base64URL(parts[0])),
                                    signed,
                                    new Base64URL(parts[2]));
        } catch (JOSEException | ParseException | IllegalArgumentException unverifiable) {
            return false;
        }
    }

    private Verdict inTime(JsonNode claims) {
        var wrong = new ArrayList<String>();
        var expires = claims.path("exp");
        if (!expires.isNumber()) {
            wrong.add("\"exp\":\"must be a number\"");
        } else if (expires.doubleValue() <= now()) {
            wrong.add("\"exp\":\"token expired\"");
        }
        var begins = claims.path("nbf");
        if (begins.isNumber() && begins.doubleValue() > now()) {
            wrong.add("\"nbf\":\"token not valid yet\"");
        } else if (!begins.isNumber() && !begins.isMissingNode()) {
            wrong.add("\"nbf\":\"must be a number\"");
        }
        return wrong.isEmpty()
                ? new Good(claims.path("sid").asString(""), expires.doubleValue())
                : new Bad(Rejection.badClaims("{" + String.join(",", wrong) + "}"));
    }

    private double now() {
        return clock.millis() / 1000.0;
    }

    /** A part of the token; null when it is none. */
    private @Nullable JsonNode read(String part) {
        try {
            return json.readTree(new Base64URL(part).decode());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
