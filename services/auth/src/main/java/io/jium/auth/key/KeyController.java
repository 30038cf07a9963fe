package io.jium.auth.key;

import io.jium.contracts.auth.SigningKeys;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.security.Anonymous;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Public keys for everybody, a new key on an operator's command. */
@RestController
class KeyController implements SigningKeys {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final KeyRing ring;

    KeyController(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public Map<String, Object> jwks() {
        return ring.published();
    }

    @Anonymous
    @GetMapping("/auth/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> published() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(ring.published());
    }

    @AdminOnly
    @PostMapping("/auth/keys/rotate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate() {
        ring.rotate();
    }
}
