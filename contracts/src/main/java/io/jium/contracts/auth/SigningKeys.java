package io.jium.contracts.auth;

import java.util.Map;
import org.springframework.web.service.annotation.GetExchange;

/** The public halves of the keys that sign access tokens. */
public interface SigningKeys {

    /**
     * A JSON Web Key Set (RFC 7517): every key that may still have signed a valid token, newest
     * first.
     */
    @GetExchange("/api/keys")
    Map<String, Object> jwks();
}
