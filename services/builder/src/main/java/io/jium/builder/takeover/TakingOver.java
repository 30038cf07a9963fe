package io.jium.builder.takeover;

import io.jium.builder.asset.Asset;
import io.jium.builder.asset.Assets;
import io.jium.builder.asset.KeepingFiles;
import io.jium.builder.document.PageHead;
import io.jium.builder.importing.HeadElement;
import io.jium.builder.importing.ImportedFile;
import io.jium.builder.importing.ImportedPage;
import io.jium.builder.importing.ImportedSite;
import io.jium.builder.importing.SitePaths;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over what an import has read: keeps the files and puts their addresses where pages and
 * style sheets refer to them. The same for customers' sites and for built-in templates.
 */
@Component
public class TakingOver {

    private final KeepingFiles keeping;
    private final Assets assets;
    private final JsonMapper json;

    TakingOver(KeepingFiles keeping, Assets assets, JsonMapper json) {
        this.keeping = keeping;
        this.assets = assets;
        this.json = json;
    }

    /** Keeps the files for a site; pages are returned, not kept. */
    public List<NewPage> keep(ImportedSite site, long serviceId) {
        var addresses = new Addresses(serviceId);
        // Style sheets refer to the other files, so they come last.
        site.files().stream().filter(file -> !file.refersToFiles()).forEach(addresses::keep);
        site.files().stream().filter(ImportedFile::refersToFiles).forEach(addresses::keep);
        return site.pages().stream().map(page -> page(page, addresses)).toList();
    }

    private NewPage page(ImportedPage page, Addresses addresses) {
        var project = page.project().withAddresses(addresses::replaced);
        var head =
                new PageHead(
                        elements(page.head(), addresses),
                        elements(page.bodyEnd(), addresses),
                        true);
        return new NewPage(
                page.title(), page.slug(), Projects.store(project), json.writeValueAsString(head));
    }

    private static List<HeadElement> elements(List<HeadElement> elements, Addresses addresses) {
        return elements.stream()
                .map(element -> {
                    var attributes = new LinkedHashMap<String, String>();
                    element.attributes()
                            .forEach((name, value) ->
                                    attributes.put(name, addresses.replaced(value)));
                    return new HeadElement(element.tag(), attributes, element.text());
                })
                .toList();
    }

    /** Addresses of files by their path on the imported site. */
    private final class Addresses {

        private final long serviceId;
        private final Map<String, Asset> kept = new LinkedHashMap<>();

        Addresses(long serviceId) {
            this.serviceId = serviceId;
        }

        void keep(ImportedFile file) {
            try {
                var bytes =
                        file.refersToFiles()
                                ? replaced(new String(file.bytes(), StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : file.bytes();
                kept.put(
                        file.path(),
                        assets.add(
                                serviceId, keeping.placed(bytes, file.path(), file.mediaType())));
            } catch (IOException full) {
                throw new UncheckedIOException(file.path() + " cannot be kept", full);
            }
        }

        /**
         * The text with every reference to a file replaced; one that leads nowhere becomes a path
         * of the site.
         */
        String replaced(String text) {
            UnaryOperator<String> address =
                    path -> {
                        var asset = kept.get(path);
                        return asset == null ? "/" + path : asset.url();
                    };
            return SitePaths.replaceAll(text, address);
        }
    }
}
