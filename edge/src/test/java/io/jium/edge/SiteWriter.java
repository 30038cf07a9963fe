package io.jium.edge;

import io.jium.contracts.release.ReleaseFile;
import io.jium.contracts.release.ReleaseLayout;
import io.jium.contracts.release.ReleaseManifest;
import io.jium.contracts.release.SiteAddress;
import io.jium.contracts.release.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A small stand-in for the deploy service: writes releases as the edge reads them. */
final class SiteWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final ReleaseLayout layout;

    SiteWriter(Path sites) {
        this.layout = new ReleaseLayout(sites);
    }

    Draft release(long serviceId, long releaseId) {
        return new Draft(serviceId, releaseId);
    }

    void live(String host, long serviceId, long releaseId) {
        point(host, new SiteAddress(serviceId, releaseId, SiteAddress.State.LIVE, null));
    }

    void point(String host, SiteAddress address) {
        replace(layout.address(host), JSON.writeValueAsBytes(address));
    }

    String blob(byte[] content) {
        var hash = sha256(content);
        if (!Files.exists(layout.blob(hash))) {
            replace(layout.blob(hash), content);
        }
        return hash;
    }

    static void replace(Path path, byte[] content) {
        try {
            Files.createDirectories(path.getParent());
            var temporary =
                    Files.createTempFile(path.getParent(), path.getFileName().toString(), ".tmp");
            Files.write(temporary, content);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** What a test takes for brotli: the edge never looks inside. */
    static byte[] brotli(byte[] content) {
        return ("brotli of " + sha256(content)).getBytes(StandardCharsets.US_ASCII);
    }

    final class Draft {
        private final long serviceId;
        private final long releaseId;
        private final Map<String, ReleaseFile> files = new LinkedHashMap<>();
        private final Map<String, String> redirects = new LinkedHashMap<>();
        private final Set<String> temporary = new LinkedHashSet<>();

        private Draft(long serviceId, long releaseId) {
            this.serviceId = serviceId;
            this.releaseId = releaseId;
        }

        Draft page(String path, String html) {
            return file(path, html.getBytes(StandardCharsets.UTF_8), "text/html", true, null);
        }

        Draft asset(String path, String content, String mediaType) {
            return file(path, content.getBytes(StandardCharsets.UTF_8), mediaType, true, Map.of());
        }

        Draft plain(String path, byte[] content, String mediaType) {
            return file(path, content, mediaType, false, null);
        }

        Draft redirect(String path, String target) {
            redirects.put(path, target);
            return this;
        }

        Draft redirectForNow(String path, String target) {
            temporary.add(path);
            return redirect(path, target);
        }

        /** With headers it is immutable, without it is a page. */
        Draft file(
                String path,
                byte[] content,
                String mediaType,
                boolean compressed,
                @Nullable Map<String, String> headers) {
            return file(
                    path,
                    new ReleaseFile(
                            blob(content),
                            content.length,
                            mediaType,
                            compressed ? variant(gzip(content)) : null,
                            compressed ? variant(brotli(content)) : null,
                            headers == null ? ReleaseFile.REVALIDATE : ReleaseFile.IMMUTABLE,
                            headers));
        }

        Draft file(String path, ReleaseFile file) {
            files.put(path, file);
            return this;
        }

        /** Writes the manifest only. */
        Draft write() {
            var manifest =
                    new ReleaseManifest(
                            ReleaseManifest.FORMAT,
                            serviceId,
                            releaseId,
                            Instant.EPOCH,
                            files,
                            redirects,
                            temporary);
            replace(layout.manifest(serviceId, releaseId), JSON.writeValueAsBytes(manifest));
            return this;
        }

        void publish(String host) {
            write();
            live(host, serviceId, releaseId);
        }

        private Variant variant(byte[] content) {
            return new Variant(blob(content), content.length);
        }
    }
}
