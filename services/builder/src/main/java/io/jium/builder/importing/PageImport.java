package io.jium.builder.importing;

import io.jium.builder.project.Dropped;
import io.jium.builder.project.HtmlNodes;
import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes one page over. */
final class PageImport {

    static final int MAX_BYTES = 2 * 1_048_576;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_TITLE = 200;
    private static final int WORDS_TO_GUESS_FROM = 5_000;
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private final Site site;
    private final MadeFiles made;
    private final Warnings warnings;
    private final String path;

    PageImport(Site site, MadeFiles made, Warnings warnings, String path) {
        this.site = site;
        this.made = made;
        this.warnings = warnings;
        this.path = path;
    }

    sealed interface Outcome {

        record Read(ImportedPage page) implements Outcome {}

        record Unfit(SiteImport.Refused refused) implements Outcome {}
    }

    Outcome run(String slug) {
        var bytes = site.bytes(path);
        if (bytes.length > MAX_BYTES) {
            return new Outcome.Unfit(new SiteImport.Refused("page_too_large", path));
        }
        var document = Jsoup.parse(Decoding.text(bytes));
        var references = references(document);
        var title = title(document);
        var lang = language(document);
        var surroundings = new Surroundings(document, references, made, warnings, path);
        var styles = surroundings.read();
        new BodyAddresses(references).change(document);
        return switch (ProjectParser.parse(project(document, title, styles))) {
            case ParsedProject.Accepted(var project, var dropped) -> {
                for (Dropped item : dropped) {
                    warnings.count(item.reason().code(), path);
                }
                yield new Outcome.Read(
                        new ImportedPage(
                                title,
                                slug,
                                lang,
                                surroundings.head(),
                                surroundings.bodyEnd(),
                                project));
            }
            case ParsedProject.Refused(var problems) ->
                    new Outcome.Unfit(
                            new SiteImport.Refused("page_" + problems.getFirst().code(), path));
        };
    }

    private References references(Document document) {
        var base = document.selectFirst("base[href]");
        var host =
                Optional.ofNullable(document.selectFirst("link[rel=canonical][href]"))
                        .map(link -> link.attr("href"))
                        .or(() ->
                                Optional.ofNullable(
                                                document.selectFirst(
                                                        "meta[property=og:url][content]"))
                                        .map(meta -> meta.attr("content")))
                        .map(PageImport::host)
                        .orElse("");
        var folder = SitePaths.folder(path);
        var plain = new References(site, warnings, path, folder, host);
        if (base == null) {
            return plain;
        }
        var href = base.attr("href").strip();
        if (plain.isExternal(href)) {
            warnings.add("base_left_out", href, path);
            return plain;
        }
        var start =
                SitePaths.normal((href.startsWith("/") ? "" : folder) + SitePaths.folder(href))
                        .orElse("");
        return new References(site, warnings, path, start.isEmpty() ? "" : start + "/", host);
    }

    private static String host(String address) {
        try {
            var host = URI.create(address.strip()).getAuthority();
            return host == null ? "" : host;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private String title(Document document) {
        var heading = document.selectFirst("h1");
        var title =
                document.title().isBlank() && heading != null ? heading.text() : document.title();
        var name = path.substring(path.lastIndexOf('/') + 1);
        var shown = title.isBlank() ? name : title.strip();
        return shown.length() > MAX_TITLE ? shown.substring(0, MAX_TITLE) : shown;
    }

    private static String language(Document document) {
        var html = document.selectFirst("html");
        if (html != null) {
            var declared = html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
            if (LANGUAGE.matcher(declared.strip()).matches()) {
                return declared.strip().toLowerCase(Locale.ROOT);
            }
        }
        return document.text()
                        .chars()
                        .limit(WORDS_TO_GUESS_FROM)
                        .anyMatch(c -> c >= '가' && c <= '힣')
                ? "ko"
                : "";
    }

    private static ObjectNode project(Document document, String title, ArrayNode styles) {
        var body = document.body();
        var wrapper = JSON.objectNode().put("type", "wrapper");
        wrapper.set("attributes", HtmlNodes.attributes(body));
        wrapper.set("classes", HtmlNodes.classes(body));
        wrapper.set("components", HtmlNodes.children(body));
        var html = document.selectFirst("html");
        if (html != null) {
            var attributes = HtmlNodes.attributes(html);
            if (!html.className().isBlank()) {
                attributes.put("class", html.className().strip());
            }
            attributes.remove("xmlns");
            wrapper.set(
                    "docEl",
                    JSON.objectNode().put("tagName", "html").set("attributes", attributes));
        }
        var page = JSON.objectNode().put("name", title);
        page.set("frames", JSON.arrayNode().add(JSON.objectNode().set("component", wrapper)));
        var project = JSON.objectNode();
        project.set("styles", styles);
        project.set("pages", JSON.arrayNode().add(page));
        return project;
    }
}
