package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import io.jium.contracts.release.ReleaseLayout;
import io.jium.contracts.release.ReleaseManifest;
import io.jium.contracts.release.SiteAddress;
import io.jium.deploy.HostedSites.HostedSite;
import io.jium.deploy.ReleaseBuilder.Built;
import io.jium.platform.host.Announcements;
import io.jium.platform.host.HostSettings;
import io.jium.platform.host.PublicAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the edge reads: manifests of releases, and for each host name which of them is live. Every
 * file is written beside, synced and renamed, so that a reader sees the old or the new, never a
 * part.
 */
@Component
class LiveSites {

    private final ReleaseLayout layout;
    private final PublicAddress address;
    private final Announcements announcements;
    private final Clock clock;

    /** The format between deploy and edge is not the API's: names as in the records. */
    private final JsonMapper json = JsonMapper.builder().build();

    LiveSites(
            HostSettings settings,
            PublicAddress address,
            Announcements announcements,
            Clock clock) {
        this.layout = new ReleaseLayout(settings.data().resolve("sites"));
        this.address = address;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Writes the manifest; nobody sees it before {@link #show}. */
    void keep(long serviceId, long releaseId, Built built) throws IOException {
        var manifest =
                new ReleaseManifest(
                        ReleaseManifest.FORMAT,
                        serviceId,
                        releaseId,
                        clock.instant(),
                        built.files(),
                        built.redirects(),
                        built.temporary());
        replace(layout.manifest(serviceId, releaseId), json.writeValueAsBytes(manifest));
    }

    boolean has(long serviceId, long releaseId) {
        return Files.exists(layout.manifest(serviceId, releaseId));
    }

    /** Makes the address of a site say what its row said; {@link ShowingSites} looks after it. */
    void show(HostedSite site) throws IOException {
        var host = address.siteHost(site.slug());
        var said =
                new SiteAddress(
                        site.serviceId(),
                        Objects.requireNonNullElse(site.liveReleaseId(), 0L),
                        state(site),
                        null);
        replace(layout.address(host), json.writeValueAsBytes(said));
        announcements.siteChanged(host);
    }

    /** The address leads nowhere any more; another site's is left alone. */
    void hide(long serviceId, String slug) throws IOException {
        var host = address.siteHost(slug);
        var file = layout.address(host);
        if (Files.exists(file)
                && json.readValue(file, SiteAddress.class).serviceId() == serviceId) {
            Files.deleteIfExists(file);
            sync(Objects.requireNonNull(file.getParent()));
            announcements.siteChanged(host);
        }
    }

    /** Deletes the manifests of a site; the bytes they name may be others', too. */
    void forget(long serviceId) throws IOException {
        var folder = Objects.requireNonNull(layout.manifest(serviceId, 0).getParent());
        if (Files.exists(folder)) {
            try (var manifests = Files.list(folder)) {
                for (var manifest : manifests.toList()) {
                    Files.deleteIfExists(manifest);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    private static SiteAddress.State state(HostedSite site) {
        if (site.state() == Hosting.State.SUSPENDED) {
            return SiteAddress.State.SUSPENDED;
        }
        if (site.state() == Hosting.State.CLOSED) {
            return SiteAddress.State.OFFLINE;
        }
        return switch (site.visibility()) {
            case MAINTENANCE -> SiteAddress.State.MAINTENANCE;
            case OFFLINE -> SiteAddress.State.OFFLINE;
            case PUBLIC ->
                    site.liveReleaseId() == null
                            ? SiteAddress.State.OFFLINE
                            : SiteAddress.State.LIVE;
        };
    }

    private static void replace(Path file, byte[] content) throws IOException {
        var folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        var draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (var channel =
                    FileChannel.open(
                            draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(folder);
    }

    /** A rename is durable once its folder is. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
