package io.jium.edge;

import io.jium.contracts.release.ReleaseFile;
import io.jium.contracts.release.ReleaseLayout;
import io.jium.contracts.release.ReleaseManifest;
import io.jium.contracts.release.SiteAddress;
import io.jium.contracts.release.Variant;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what deploy wrote, and believes none of it before looking. */
final class ReleaseFiles {

    private final ReleaseLayout layout;
    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    ReleaseFiles(Path sites) {
        this.layout = new ReleaseLayout(sites);
    }

    Path addressPath(String host) {
        return layout.address(host);
    }

    /** The manifest's blobs are not looked at. */
    ReleaseManifest manifest(long serviceId, long releaseId) throws BrokenRelease {
        var path = layout.manifest(serviceId, releaseId);
        var manifest = read(path, ReleaseManifest.class);
        if (manifest.format() != ReleaseManifest.FORMAT
                || manifest.serviceId() != serviceId
                || manifest.releaseId() != releaseId) {
            throw new BrokenRelease(path + " is not the manifest of that release");
        }
        try {
            manifest.files().forEach(ReleaseFiles::check);
            manifest.redirects().forEach(ReleaseFiles::checkRedirect);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BrokenRelease(path + ": " + e.getMessage(), e);
        }
        return manifest;
    }

    SiteAddress address(Path path) throws BrokenRelease {
        var address = read(path, SiteAddress.class);
        var canonical = address.canonicalHost();
        if (address.state() == null || (canonical != null && !ReleaseLayout.isHost(canonical))) {
            throw new BrokenRelease(path + " has no state or a canonical host that is none");
        }
        return address;
    }

    /** A whole blob, its size and hash checked. */
    byte[] blob(String sha256, long bytes) throws BrokenRelease {
        var path = layout.blob(sha256);
        try {
            if (Files.size(path) != bytes) {
                throw new BrokenRelease(path + " has another size than its manifest says");
            }
            var content = Files.readAllBytes(path);
            if (!HexFormat.of().formatHex(sha256().digest(content)).equals(sha256)) {
                throw new BrokenRelease(path + " has another hash than its name says");
            }
            return content;
        } catch (IOException e) {
            throw new BrokenRelease(path + " cannot be read", e);
        }
    }

    /** A blob too big to be read at once: its size is checked, the caller closes it. */
    FileChannel openBlob(String sha256, long bytes) throws BrokenRelease {
        var path = layout.blob(sha256);
        try {
            var channel = FileChannel.open(path, StandardOpenOption.READ);
            if (channel.size() == bytes) {
                return channel;
            }
            channel.close();
            throw new BrokenRelease(path + " has another size than its manifest says");
        } catch (IOException e) {
            throw new BrokenRelease(path + " cannot be read", e);
        }
    }

    Path blobPath(String sha256) {
        return layout.blob(sha256);
    }

    private <T> T read(Path path, Class<T> type) throws BrokenRelease {
        try {
            var value = json.readValue(Files.readAllBytes(path), type);
            if (value == null) {
                throw new BrokenRelease(path + " is empty");
            }
            return value;
        } catch (NoSuchFileException e) {
            throw new BrokenRelease(path + " is absent", e);
        } catch (IOException | JacksonException e) {
            throw new BrokenRelease(path + " cannot be read", e);
        }
    }

    private static void check(String path, ReleaseFile file) {
        if (!("/" + path).equals(UrlPath.decode(UrlPath.encodePath("/" + path)))
                || path.isEmpty()) {
            throw new IllegalArgumentException("no path for a file: '" + path + "'");
        }
        var known = ReleaseFile.IMMUTABLE.equals(file.cache());
        if (!known && !ReleaseFile.REVALIDATE.equals(file.cache())) {
            throw new IllegalArgumentException(path + " has an unknown kind of caching");
        }
        checkText(file.mediaType());
        Map<String, String> headers = file.headers() == null ? Map.of() : file.headers();
        headers.forEach(ReleaseFiles::checkHeader);
        checkBytes(file.sha256(), file.bytes());
        checkVariant(file.gzip());
        checkVariant(file.brotli());
    }

    private static void checkVariant(@Nullable Variant variant) {
        if (variant != null) {
            checkBytes(variant.sha256(), variant.bytes());
        }
    }

    private static void checkBytes(String sha256, long bytes) {
        if (bytes < 0 || sha256.length() != 64) {
            throw new IllegalArgumentException("no blob: " + sha256 + " of " + bytes + " bytes");
        }
    }

    private static void checkHeader(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c == '-' || isLetterOrDigit(c))) {
            throw new IllegalArgumentException("no header name: '" + name + "'");
        }
        checkText(value);
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static void checkText(String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("no header value: '" + value + "'");
        }
    }

    private static void checkRedirect(String path, String target) {
        boolean here = target.startsWith("/") && !target.startsWith("//");
        if (!here && !target.startsWith("https://") && !target.startsWith("http://")) {
            throw new IllegalArgumentException(path + " leads to no address: '" + target + "'");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
