package io.jium.builder.template;

import static java.util.Comparator.comparingInt;

import io.jium.builder.asset.Assets;
import io.jium.builder.asset.KeepingFiles;
import io.jium.builder.document.PageHead;
import io.jium.builder.importing.SiteImport;
import io.jium.builder.importing.SiteImporter;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import io.jium.builder.takeover.TakingOver;
import io.jium.builder.template.Templates.Contents;
import io.jium.builder.template.Templates.Template;
import io.jium.builder.template.Templates.TemplatePage;
import io.jium.builder.template.Templates.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the templates of the class path ({@code templates/<key>}: plain static sites, one folder a
 * language) into the table, through the same import that customers use. A template whose resources
 * have not changed is left alone. It happens beside the start: it takes seconds the first time, and
 * the rest of the product needs no templates.
 */
@Component
class BuiltInTemplates implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BuiltInTemplates.class);

    /**
     * Counts changes of the importer that make templates look different, so that they are brought
     * in anew.
     */
    private static final String IMPORT_FORMAT = "3";

    private static final List<String> LANGUAGES = List.of("ko", "en");
    private static final String ROOT = "templates/";

    private final BroughtIn broughtIn;
    private final Templates templates;
    private final TakingOver takingOver;
    private final KeepingFiles keeping;
    private final Assets assets;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("templates").unstarted(this::bringAll);
    private volatile boolean isStopping;

    BuiltInTemplates(
            BroughtIn broughtIn,
            Templates templates,
            TakingOver takingOver,
            KeepingFiles keeping,
            Assets assets,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.broughtIn = broughtIn;
        this.templates = templates;
        this.takingOver = takingOver;
        this.keeping = keeping;
        this.assets = assets;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * @param position among the templates, as they are brought in the first time
     */
    record Manifest(
            String key,
            int position,
            String type,
            Map<String, String> name,
            Map<String, String> description,
            List<Entry> pages) {}

    record Entry(String slug, String file, Map<String, String> title) {}

    @Override
    public void afterSingletonsInstantiated() {
        thread.start();
    }

    private void bringAll() {
        try {
            bringNew();
            broughtIn.complete();
        } catch (IOException | RuntimeException failed) {
            LOG.error("The templates cannot be brought in", failed);
            broughtIn.fail(new IllegalStateException(failed));
        }
    }

    private void bringNew() throws IOException {
        try {
            bring(folders());
        } catch (DuplicateKeyException broughtByAnotherProcess) {
            bring(folders());
        }
    }

    private void bring(Map<String, Map<String, byte[]>> folders) {
        var inOrder =
                folders.entrySet().stream()
                        .sorted(comparingInt(folder -> manifest(folder.getValue()).position))
                        .toList();
        for (var folder : inOrder) {
            if (isStopping) {
                throw new IllegalStateException("The process stops before all templates are there");
            }
            var digest = digest(folder.getValue());
            var known = templates.builtIn(folder.getKey());
            if (known.isEmpty() || !digest.equals(known.get().digest())) {
                transaction.executeWithoutResult(
                        status -> bring(folder.getValue(), known.orElse(null), digest));
                LOG.info("Template {} is brought in", folder.getKey());
            }
        }
    }

    /** Waits for the one that is under way: the database is not to be closed under it. */
    @Override
    public void destroy() throws InterruptedException {
        isStopping = true;
        thread.join();
    }

    private void bring(Map<String, byte[]> files, @Nullable Template known, String digest) {
        var manifest = manifest(files);
        var texts =
                new Texts(
                        Objects.requireNonNull(manifest.name.get("ko")),
                        manifest.name.get("en"),
                        manifest.description.get("ko"),
                        manifest.description.get("en"));
        var thumbnail = thumbnail(files);
        var pages = new ArrayList<TemplatePage>();
        for (var language : LANGUAGES) {
            pages.addAll(pages(manifest, files, language));
        }
        var id =
                known == null
                        ? templates.add(texts, manifest.type, thumbnail, manifest.key)
                        : known.id();
        templates.fill(id, texts, thumbnail, home(pages), pages);
        templates.made(id, digest);
    }

    private Manifest manifest(Map<String, byte[]> files) {
        return json.readValue(files.get("template.json"), Manifest.class);
    }

    private List<TemplatePage> pages(
            Manifest manifest, Map<String, byte[]> files, String language) {
        var imported =
                switch (SiteImporter.importFolder(site(files, language))) {
                    case SiteImport.Imported done -> done.site();
                    case SiteImport.Refused refused ->
                            throw new IllegalStateException(
                                    "Template %s cannot be imported: %s"
                                            .formatted(manifest.key, refused));
                };
        if (!imported.warnings().isEmpty()) {
            LOG.warn("Template {} ({}): {}", manifest.key, language, imported.warnings());
        }
        var taken = takingOver.keep(imported, Assets.LIBRARY);
        var pages = new ArrayList<TemplatePage>();
        for (var entry : manifest.pages) {
            var page =
                    taken.stream()
                            .filter(candidate -> candidate.slug().equals(entry.slug))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            manifest.key + " has no page " + entry.slug));
            // Titles and descriptions of a site come from its settings, not from the template's
            // head.
            var head =
                    json.readValue(Objects.requireNonNull(page.head()), PageHead.class)
                            .stylesheetsOnly();
            var titled =
                    new NewPage(
                            entry.title.getOrDefault(language, page.title()),
                            page.slug(),
                            page.project(),
                            json.writeValueAsString(head));
            pages.add(new TemplatePage(language, pages.size(), titled));
        }
        return pages;
    }

    /** The site of one language: its pages in the root, beside what the languages share. */
    private static Map<String, byte[]> site(Map<String, byte[]> files, String language) {
        var site = new TreeMap<String, byte[]>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(language + "/")) {
                var html = new String(bytes, StandardCharsets.UTF_8).replace("\"../", "\"");
                site.put(
                        path.substring(language.length() + 1),
                        html.getBytes(StandardCharsets.UTF_8));
            } else if (path.equals("style.css") || path.startsWith("images/")) {
                site.put(path, bytes);
            }
        });
        return site;
    }

    private static Contents home(List<TemplatePage> pages) {
        return pages.stream()
                .filter(page -> page.locale().equals("ko") && page.page().slug().equals(Page.HOME))
                .findFirst()
                .map(page -> AddingTemplates.contents(Projects.read(page.page().project())))
                .orElseThrow(() -> new IllegalStateException("A template needs a home page"));
    }

    private @Nullable String thumbnail(Map<String, byte[]> files) {
        var picture = files.get("thumb.jpg");
        try {
            return picture == null
                    ? null
                    : assets.add(Assets.LIBRARY, keeping.placed(picture, "thumb.jpg", "image/jpeg"))
                            .url();
        } catch (IOException full) {
            throw new java.io.UncheckedIOException("A thumbnail cannot be kept", full);
        }
    }

    /**
     * Files of each template by their path below its folder; a template is a folder with a {@code
     * template.json}.
     */
    private static Map<String, Map<String, byte[]>> folders() throws IOException {
        var folders = new TreeMap<String, Map<String, byte[]>>();
        for (var resource :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + ROOT + "**/*.*")) {
            var address = resource.getURL().toString();
            var path = address.substring(address.lastIndexOf("/" + ROOT) + ROOT.length() + 1);
            var slash = path.indexOf('/');
            folders.computeIfAbsent(path.substring(0, slash), key -> new TreeMap<>())
                    .put(path.substring(slash + 1), resource.getContentAsByteArray());
        }
        folders.values().removeIf(files -> !files.containsKey("template.json"));
        return folders;
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(IMPORT_FORMAT.getBytes(StandardCharsets.UTF_8));
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }
}
