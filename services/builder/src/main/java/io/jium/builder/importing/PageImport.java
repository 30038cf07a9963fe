package io.jium.builder.importing;

import io.jium.builder.project.Dropped;
import io.jium.builder.project.HtmlNodes;
import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
    private final InlineStyleRules inlineStylesOfTheSite;
    private final MadeFiles made;
    private final Warnings warnings;
    private final String path;

    /** In their order, those of several frames one after the other. */
    private final List<HeadElement> head = new ArrayList<>();

    private final List<HeadElement> bodyEnd = new ArrayList<>();
    private final ArrayNode styles = JSON.arrayNode();

    PageImport(
            Site site,
            InlineStyleRules inlineStylesOfTheSite,
            MadeFiles made,
            Warnings warnings,
            String path) {
        this.site = site;
        this.inlineStylesOfTheSite = inlineStylesOfTheSite;
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
        var title = title(document);
        var lang = language(document);
        var frames = Frames.of(document);
        var framed = frames.stream().map(frame -> framed(document, frame)).toList();
        take(document, path);
        if (!frames.isEmpty()) {
            Frames.fill(document, frames, framed);
            made.sharedIds().mend(document);
        }
        return switch (ProjectParser.parse(project(document, title, lang))) {
            case ParsedProject.Accepted(var project, var dropped) -> {
                for (Dropped item : dropped) {
                    warnings.count(item.reason().code(), path);
                }
                yield new Outcome.Read(
                        new ImportedPage(
                                title,
                                slug,
                                lang,
                                List.copyOf(head),
                                List.copyOf(bodyEnd),
                                project));
            }
            case ParsedProject.Refused(var problems) ->
                    new Outcome.Unfit(
                            new SiteImport.Refused("page_" + problems.getFirst().code(), path));
        };
    }

    /** The body of the page in a frame; of one elsewhere, a frame in the page. */
    private Element framed(Document document, Element frame) {
        var file = references(document, path).file(frame.attr("src")).filter(MediaTypes::isPage);
        if (file.isEmpty()) {
            var body = new Element("body");
            body.appendElement("iframe").attr("src", frame.attr("src"));
            return body;
        }
        var inner = Jsoup.parse(Decoding.text(site.bytes(file.get())));
        take(inner, file.get());
        return inner.body();
    }

    /** Takes everything but its content out of a document, and mends that. */
    private void take(Document document, String from) {
        var references = references(document, from);
        var quirks = Quirks.of(document);
        made.sharedIds().mend(document);
        Targets.mend(document, site.frameNames());
        OldElements.mend(document);
        HandlerLinks.mend(document);
        TableForms.mend(document);
        quirks.spellOut(document);
        var inlineStyles = inlineStylesOfTheSite.on(document);
        var surroundings = new Surroundings(document, references, made, warnings, from);
        surroundings.read().forEach(styles::add);
        new BodyAddresses(references, warnings, from).change(document);
        OwnFrames.mend(document, warnings, from);
        inlineStyles.take(document).forEach(styles::add);
        boolean plain = surroundings.head().stream().noneMatch(HeadElement::bringsStyles);
        if (plain || quirks != Quirks.NONE) {
            var sheet = HeadElement.styleSheet(SitePaths.placeholder(made.quirks(quirks)));
            addTo(head, List.of(sheet));
        }
        addTo(head, surroundings.head());
        addTo(bodyEnd, surroundings.bodyEnd());
    }

    /** What another frame brought already is not needed twice. */
    private static void addTo(List<HeadElement> elements, List<HeadElement> more) {
        var known = Set.copyOf(elements);
        more.stream().filter(element -> !known.contains(element)).forEach(elements::add);
    }

    private References references(Document document, String from) {
        var folder = SitePaths.folder(from);
        var plain = new References(site, warnings, from, folder, site.hosts());
        var base = document.selectFirst("base[href]");
        if (base == null) {
            return plain;
        }
        var href = base.attr("href").strip();
        var start = plain.base(href);
        if (start.isEmpty()) {
            warnings.add("base_left_out", href, from);
            return plain;
        }
        return new References(site, warnings, from, start.get(), site.hosts());
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

    private ObjectNode project(Document document, String title, String lang) {
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
            if (!lang.isEmpty() && !attributes.has("lang")) {
                attributes.put("lang", lang);
            }
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
