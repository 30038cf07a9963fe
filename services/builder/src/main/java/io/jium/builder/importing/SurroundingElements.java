package io.jium.builder.importing;

import io.jium.builder.project.Addresses;
import io.jium.builder.project.SourceSets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Judges the elements around the content of a page one by one. */
final class SurroundingElements {

    private static final Set<String> SCRIPT_TYPES =
            Set.of(
                    "",
                    "text/javascript",
                    "application/javascript",
                    "application/x-javascript",
                    "text/ecmascript",
                    "module");
    private static final Set<String> DATA_TYPES = Set.of("application/ld+json", "application/json");
    private static final Set<String> LINKS =
            Set.of(
                    "stylesheet",
                    "icon",
                    "apple-touch-icon",
                    "apple-touch-icon-precomposed",
                    "mask-icon",
                    "preconnect",
                    "dns-prefetch",
                    "preload",
                    "prefetch",
                    "modulepreload");
    private static final Set<String> STALE = Set.of("og:url", "generator", "viewport-fit");
    private static final Set<String> LINK_ATTRIBUTES =
            Set.of(
                    "rel",
                    "href",
                    "type",
                    "media",
                    "sizes",
                    "as",
                    "imagesrcset",
                    "imagesizes",
                    "crossorigin",
                    "integrity",
                    "referrerpolicy",
                    "color");
    private static final Set<String> SCRIPT_ATTRIBUTES =
            Set.of(
                    "src",
                    "type",
                    "async",
                    "defer",
                    "nomodule",
                    "crossorigin",
                    "integrity",
                    "referrerpolicy",
                    "id",
                    "class");
    private static final int MAX_DATA = 100_000;

    private final References references;
    private final MadeFiles made;
    private final Warnings warnings;
    private final String file;

    SurroundingElements(References references, MadeFiles made, Warnings warnings, String file) {
        this.references = references;
        this.made = made;
        this.warnings = warnings;
        this.file = file;
    }

    /**
     * What becomes of the element; empty when nothing does, and then the reason was told unless it
     * says nothing.
     */
    Optional<HeadElement> read(Element element) {
        return switch (element.normalName()) {
            case "meta" -> meta(element);
            case "link" -> link(element);
            case "style" -> style(element);
            case "script" -> script(element);
            case "noscript" -> {
                warnings.count("noscript_left_out", file);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<HeadElement> meta(Element element) {
        var key =
                element.hasAttr("property")
                        ? "property"
                        : element.hasAttr("itemprop") ? "itemprop" : "name";
        var name = element.attr(key).strip();
        var content = element.attr("content");
        if (element.hasAttr("http-equiv")) {
            var what = element.attr("http-equiv").toLowerCase(Locale.ROOT);
            if (!Set.of("content-type", "x-ua-compatible", "content-language").contains(what)) {
                warnings.add("meta_left_out", what, file);
            }
            return Optional.empty();
        }
        if (name.isEmpty() || content.isBlank()) {
            return Optional.empty();
        }
        if (STALE.contains(name.toLowerCase(Locale.ROOT))) {
            warnings.add("meta_left_out", name, file);
            return Optional.empty();
        }
        boolean address = name.toLowerCase(Locale.ROOT).matches(".*image(:(secure_)?url|:src)?");
        var attributes = new LinkedHashMap<String, String>();
        attributes.put(key, name);
        attributes.put("content", address ? references.changed(content) : content);
        return Optional.of(new HeadElement("meta", attributes, null));
    }

    private Optional<HeadElement> link(Element element) {
        var rel = element.attr("rel").toLowerCase(Locale.ROOT).strip();
        var known = LINKS.stream().anyMatch(name -> (" " + rel + " ").contains(" " + name + " "));
        if (!known || rel.contains("alternate")) {
            warnings.add("link_left_out", rel + " " + element.attr("href"), file);
            return Optional.empty();
        }
        var address = address(element, "href");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var attributes = kept(element, LINK_ATTRIBUTES);
        attributes.put("href", address.get());
        attributes.computeIfPresent(
                "imagesrcset", (_, set) -> SourceSets.map(set, references::changed));
        return Optional.of(new HeadElement("link", attributes, null));
    }

    private Optional<HeadElement> style(Element element) {
        var css = Surroundings.css(element);
        if (css.isBlank()) {
            return Optional.empty();
        }
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("rel", "stylesheet");
        attributes.put("href", SitePaths.placeholder(made.styles(css, references, warnings)));
        if (!element.attr("media").isBlank()) {
            attributes.put("media", element.attr("media"));
        }
        return Optional.of(new HeadElement("link", attributes, null));
    }

    private Optional<HeadElement> script(Element element) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (DATA_TYPES.contains(type)) {
            return data(element);
        }
        if (!SCRIPT_TYPES.contains(type)) {
            warnings.add("script_left_out", type, file);
            return Optional.empty();
        }
        var attributes = kept(element, SCRIPT_ATTRIBUTES);
        if (!element.hasAttr("src")) {
            if (element.data().isBlank()) {
                return Optional.empty();
            }
            attributes.put("src", SitePaths.placeholder(made.script(element.data(), references)));
            // Neither does anything for a script that was written into the page, but would for a
            // file.
            if (!type.equals("module")) {
                attributes.remove("async");
                attributes.remove("defer");
            }
            return Optional.of(new HeadElement("script", attributes, null));
        }
        var address = address(element, "src");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        attributes.put("src", address.get());
        if (references.isExternal(element.attr("src")) && element.hasAttr("charset")) {
            // Our own files are UTF-8 like the page.
            attributes.put("charset", element.attr("charset"));
        }
        return Optional.of(new HeadElement("script", attributes, null));
    }

    private Optional<HeadElement> data(Element element) {
        if (element.data().length() > MAX_DATA) {
            warnings.add("script_left_out", element.attr("type"), file);
            return Optional.empty();
        }
        return Optional.of(
                new HeadElement("script", kept(element, Set.of("type", "id")), element.data()));
    }

    private static Map<String, String> kept(Element element, Set<String> names) {
        var attributes = new LinkedHashMap<String, String>();
        for (var attribute : element.attributes()) {
            if (names.contains(attribute.getKey()) || attribute.getKey().startsWith("data-")) {
                attributes.put(attribute.getKey(), attribute.getValue());
            }
        }
        return attributes;
    }

    /** Of a file of the site that exists, or of another server's over the web. */
    private Optional<String> address(Element element, String attribute) {
        var written = element.attr(attribute).strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (references.isExternal(written)) {
            boolean web = written.startsWith("//") || written.regionMatches(true, 0, "http", 0, 4);
            boolean picture =
                    element.normalName().equals("link")
                            && written.regionMatches(true, 0, "data:image/", 0, 11)
                            && Addresses.picture(written) != null;
            if (web) {
                warnings.once("external_resource", written, file);
            }
            if (web || picture) {
                return Optional.of(written);
            }
            warnings.add(
                    "unsafe_url",
                    written.length() > 100 ? written.substring(0, 100) : written,
                    file);
            return Optional.empty();
        }
        if (references.file(written).isEmpty()) {
            warnings.add("missing_file", written, file);
            return Optional.empty();
        }
        return Optional.of(references.changed(written));
    }
}
