package io.jium.builder.takeover;

import io.jium.builder.importing.ImportWarning;
import io.jium.builder.importing.ImportedSite;
import io.jium.builder.importing.SiteImport;
import io.jium.builder.importing.SiteImporter;
import io.jium.builder.page.Page;
import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.security.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes over a site made elsewhere. */
@RestController
class ImportController {

    /** An archive is unpacked in memory: more at once could take all there is. */
    private static final int AT_ONCE = 2;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final SiteRegister sites;
    private final ImportingSites importing;

    ImportController(SiteRegister sites, ImportingSites importing) {
        this.sites = sites;
        this.importing = importing;
    }

    @PostMapping("/builder/import")
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(
            @RequestParam("service_id") long serviceId,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        var site = sites.owned(serviceId, caller.userId());
        if (!room.tryAcquire()) {
            throw new Unavailable();
        }
        try {
            var imported = imported(file);
            var pages = importing.take(site, imported);
            return new Taken(
                    pages.stream().map(PageView::of).toList(),
                    imported.files().size(),
                    imported.warnings());
        } finally {
            room.release();
        }
    }

    private static ImportedSite imported(MultipartFile file) throws IOException {
        var received = Files.createTempFile("jium-import", ".part");
        try {
            file.transferTo(received);
            return switch (read(received, file.getOriginalFilename())) {
                case SiteImport.Imported done -> done.site();
                case SiteImport.Refused refused ->
                        throw new Refusal(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "import_refused",
                                        refused.detail())
                                .because(refused.code());
            };
        } finally {
            Files.deleteIfExists(received);
        }
    }

    private static SiteImport read(Path received, @Nullable String name) throws IOException {
        var lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip") || isZip(received)) {
            return SiteImporter.importZip(received);
        }
        if (lower.endsWith(".html") || lower.endsWith(".htm")) {
            return SiteImporter.importHtml(received);
        }
        throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "import_type");
    }

    private static boolean isZip(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var first = bytes.readNBytes(4);
            return first.length == 4
                    && first[0] == 'P'
                    && first[1] == 'K'
                    && first[2] == 3
                    && first[3] == 4;
        }
    }

    record Taken(List<PageView> pages, int assets, List<ImportWarning> warnings) {}

    record PageView(long id, long serviceId, String title, String slug, long version) {

        static PageView of(Page page) {
            return new PageView(
                    page.id(), page.serviceId(), page.title(), page.slug(), page.version());
        }
    }
}
