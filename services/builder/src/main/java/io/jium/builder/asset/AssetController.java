package io.jium.builder.asset;

import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import io.jium.platform.storage.Blobs;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a site, for its owner; and their bytes, for whoever knows their hash. */
@RestController
class AssetController {

    /** Customers' files are foreign code on our own origin: opened alone, they may do nothing. */
    private static final String HARMLESS =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final Duration FOREVER = Duration.ofDays(365);

    private final Assets assets;
    private final KeepingFiles keeping;
    private final SiteRegister sites;
    private final Blobs blobs;

    AssetController(Assets assets, KeepingFiles keeping, SiteRegister sites, Blobs blobs) {
        this.assets = assets;
        this.keeping = keeping;
        this.sites = sites;
        this.blobs = blobs;
    }

    @GetMapping("/builder/assets")
    Listing<View> list(@RequestParam("service_id") long serviceId, Caller caller, Paging paging) {
        sites.owned(serviceId, caller.userId());
        return Listing.of(assets.of(serviceId, caller.userId(), paging), paging, Asset::id)
                .map(View::of);
    }

    @PostMapping("/builder/assets")
    @ResponseStatus(HttpStatus.CREATED)
    View upload(
            @RequestParam("service_id") long serviceId,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        var site = sites.owned(serviceId, caller.userId());
        try (var bytes = file.getInputStream()) {
            return View.of(
                    assets.add(
                            site.serviceId(), keeping.upload(bytes, file.getOriginalFilename())));
        }
    }

    @DeleteMapping("/builder/assets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Caller caller) {
        assets.delete(id, caller.userId());
    }

    @GetMapping("/builder/files/{sha256}/{name}")
    @Anonymous
    ResponseEntity<Resource> bytes(@PathVariable String sha256, @PathVariable String name) {
        var file = blobs.file(sha256).orElseThrow(NotFound::new);
        var asset = assets.withBytes(sha256).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.mediaType()))
                .cacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable())
                .eTag(sha256)
                .header("Content-Security-Policy", HARMLESS)
                // Previews run on an origin of their own (sandbox); fonts need this there.
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(new FileSystemResource(file));
    }

    record View(
            long id,
            long serviceId,
            String name,
            String url,
            String mediaType,
            long bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            Instant createdAt) {

        private static View of(Asset asset) {
            return new View(
                    asset.id(),
                    asset.serviceId(),
                    asset.name(),
                    asset.url(),
                    asset.mediaType(),
                    asset.bytes(),
                    asset.width(),
                    asset.height(),
                    asset.createdAt());
        }
    }
}
