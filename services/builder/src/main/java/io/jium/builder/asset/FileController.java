package io.jium.builder.asset;

import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import io.jium.platform.storage.Blobs;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of files, for whoever knows their hash. */
@RestController
class FileController {

    /** Customers' files are foreign code on our own origin: opened alone, they may do nothing. */
    private static final String HARMLESS =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final Duration FOREVER = Duration.ofDays(365);

    private final KnownFiles files;
    private final Blobs blobs;

    FileController(KnownFiles files, Blobs blobs) {
        this.files = files;
        this.blobs = blobs;
    }

    @GetMapping("/builder/files/{sha256}/{name}")
    @Anonymous
    ResponseEntity<Resource> bytes(@PathVariable String sha256, @PathVariable String name) {
        var file = blobs.file(sha256).orElseThrow(NotFound::new);
        var known = files.withBytes(sha256, name).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(known.mediaType()))
                .cacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable())
                .eTag(sha256)
                .header("Content-Security-Policy", HARMLESS)
                // Previews run on an origin of their own (sandbox); fonts need this there.
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(new FileSystemResource(file));
    }
}
