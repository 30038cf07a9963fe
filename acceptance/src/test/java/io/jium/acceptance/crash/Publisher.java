package io.jium.acceptance.crash;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Site;
import io.jium.contracts.release.ReleaseFile;
import io.jium.contracts.release.ReleaseLayout;
import io.jium.contracts.release.ReleaseManifest;
import io.jium.contracts.release.SiteAddress;
import io.jium.contracts.release.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes one edition after the other, and remembers which one was seen live. Looked at by one
 * thread at a time: by the one that runs it, then by the one that has joined that.
 */
final class Publisher implements Runnable {

    private static final Pattern EDITION = Pattern.compile("Edition (\\d+)\\.");
    private static final JsonMapper JSON = new JsonMapper();

    private final Site site;
    private final Path data;
    private final Client visitor;
    private int live;
    private int saved;

    Publisher(Site site, Path data, Client visitor) {
        this.site = site;
        this.data = data;
        this.visitor = visitor;
    }

    /** Publishes until the process is gone. */
    @Override
    public void run() {
        try {
            while (true) {
                publishNext();
            }
        } catch (UncheckedIOException | IllegalStateException killed) {
            // As it should be: what is served now is looked at by check().
        }
    }

    /** Saves an edition and waits until it is live. */
    void publishNext() {
        saved++;
        var path = "/builder/pages/" + site.homePage();
        var etag = site.owner().client().get(path).expect(200).etag();
        site.save(site.homePage(), etag, "Edition %d.".formatted(saved)).expect(200);
        site.publish();
        live = saved;
    }

    /** Fails unless the site is served whole, not older than what was live. */
    void check() throws IOException {
        var page = visitor.get("/").expect(200).text();
        var match = EDITION.matcher(page);
        if (!match.find() || !page.strip().endsWith("</html>")) {
            throw new AssertionError("Half a page: " + page);
        }
        var edition = Integer.parseInt(match.group(1));
        if (edition < live || edition > saved) {
            throw new AssertionError(
                    "Edition %d is served, %d was live and %d ordered"
                            .formatted(edition, live, saved));
        }
        live = edition;
        visitor.get("/robots.txt").expect(200);
        checkFiles();
    }

    /** Every file of the live release is there, and is what its name says. */
    private void checkFiles() throws IOException {
        var layout = new ReleaseLayout(data.resolve("sites"));
        var address = read(layout.address(site.slug() + ".localhost"), SiteAddress.class);
        var manifest =
                read(
                        layout.manifest(address.serviceId(), address.releaseId()),
                        ReleaseManifest.class);
        for (ReleaseFile file : manifest.files().values()) {
            checkBlob(layout, file.sha256(), file.bytes());
            checkVariant(layout, file.gzip());
            checkVariant(layout, file.brotli());
        }
    }

    private static void checkVariant(ReleaseLayout layout, @Nullable Variant variant)
            throws IOException {
        if (variant != null) {
            checkBlob(layout, variant.sha256(), variant.bytes());
        }
    }

    private static void checkBlob(ReleaseLayout layout, String sha256, long bytes)
            throws IOException {
        var content = Files.readAllBytes(layout.blob(sha256));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            if (content.length != bytes || !HexFormat.of().formatHex(digest).equals(sha256)) {
                throw new AssertionError("Blob " + sha256 + " is damaged");
            }
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), type);
    }
}
