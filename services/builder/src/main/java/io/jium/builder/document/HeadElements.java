package io.jium.builder.document;

import io.jium.builder.importing.HeadElement;
import io.jium.builder.language.Language;
import io.jium.builder.language.SiteLanguages.Further;
import io.jium.builder.language.Translations;
import io.jium.builder.page.Page;
import io.jium.builder.render.RenderedPage;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.builder.site.SiteSettings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements that browsers, search engines and social networks read; what an imported page says
 * itself counts more.
 */
record HeadElements(
        Page page,
        Site site,
        Settings settings,
        PageHead own,
        Translations translations,
        @Nullable String baseUrl,
        RenderedPage rendered) {

    void print(StringBuilder html) {
        if (!owns("name", "viewport")) {
            html.append(
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        }
        html.append("<title>").append(Html.escape(title())).append("</title>\n");
        for (var tag :
                Objects.requireNonNullElse(settings.metaTags(), List.<Map<String, String>>of())) {
            meta(html, tag);
        }
        named(html, "name", "description", description());
        if (isNotFound()) {
            named(html, "name", "robots", "noindex");
        } else if (baseUrl != null) {
            html.append("<link rel=\"canonical\" href=\"")
                    .append(Html.escape(address(baseUrl)))
                    .append("\">\n");
            alternates(html, baseUrl);
            openGraph(html, baseUrl);
        }
        favicon(html);
    }

    /** Shown at every address that leads nowhere, it has none of its own. */
    private boolean isNotFound() {
        return Long.valueOf(page.id()).equals(settings.notFoundPageId());
    }

    /** What the page is in each language, and for those who speak none of them. */
    private void alternates(StringBuilder html, String base) {
        Alternates.of(page, translations)
                .forEach((language, other) ->
                        html.append("<link rel=\"alternate\" hreflang=\"")
                                .append(language)
                                .append("\" href=\"")
                                .append(Html.escape(address(base, other)))
                                .append("\">\n"));
    }

    private void openGraph(StringBuilder html, String base) {
        named(html, "property", "og:type", "website");
        named(html, "property", "og:title", title());
        named(html, "property", "og:description", description());
        named(html, "property", "og:url", address(base));
        named(html, "property", "og:site_name", site.name());
        Language.of(page.language())
                .ifPresent(is -> named(html, "property", "og:locale", is.openGraph()));
        var picture = picture(base);
        named(html, "property", "og:image", picture);
        named(html, "name", "twitter:card", picture == null ? "summary" : "summary_large_image");
    }

    /**
     * The one chosen for the site, else the first raster picture of the page: networks show no SVG.
     */
    private @Nullable String picture(String base) {
        var chosen = settings.socialImageUrl();
        if (chosen != null && !chosen.isBlank()) {
            return chosen.startsWith("/") ? base + chosen : chosen;
        }
        return rendered.assets().stream()
                .filter(address ->
                        address.matches(
                                "/builder/files/[0-9a-f]{64}/[^/]{1,300}\\.(?i:jpe?g|png|webp)"))
                .findFirst()
                .map(address -> base + address)
                .orElse(null);
    }

    private void favicon(StringBuilder html) {
        if (Documents.isPresent(settings.faviconUrl())) {
            var address = Html.escape(String.valueOf(settings.faviconUrl()));
            html.append("<link rel=\"icon\" href=\"").append(address).append("\">\n");
            if (address.endsWith(".png")) {
                // What phones put on their home screen takes no SVG.
                html.append("<link rel=\"apple-touch-icon\" href=\"")
                        .append(address)
                        .append("\">\n");
            }
        } else if (own.head().stream()
                .noneMatch(
                        element -> element.attributes().getOrDefault("rel", "").contains("icon"))) {
            html.append("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n");
        }
    }

    String title() {
        if (own.speaksForItself()) {
            return page.title();
        }
        var called = text(Further::seoTitle, settings.seoTitle());
        var name = Documents.isPresent(called) ? String.valueOf(called) : site.name();
        return page.isHome() ? name : page.title() + " | " + name;
    }

    private @Nullable String description() {
        return text(Further::seoDescription, settings.seoDescription());
    }

    /** What the owner says of the site in the language of the page. */
    private @Nullable String text(Function<Further, @Nullable String> of, @Nullable String main) {
        return translations.isMain(page) ? main : translations.texts(page).map(of).orElse(null);
    }

    private String address(String base) {
        return address(base, page);
    }

    private static String address(String base, Page page) {
        try {
            return base + new URI(null, null, page.path(), null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(page.slug(), impossible);
        }
    }

    private void named(
            StringBuilder html, String attribute, String name, @Nullable String content) {
        var given =
                Objects.requireNonNullElse(settings.metaTags(), List.<Map<String, String>>of())
                        .stream()
                        .anyMatch(tag -> name.equals(tag.get(attribute)));
        if (Documents.isPresent(content) && !given && !owns(attribute, name)) {
            var tag = new LinkedHashMap<String, String>();
            tag.put(attribute, name);
            tag.put("content", String.valueOf(content));
            meta(html, tag);
        }
    }

    private boolean owns(String attribute, String name) {
        return own.head().stream()
                .anyMatch(element ->
                        element.tag().equals("meta")
                                && name.equalsIgnoreCase(element.attributes().get(attribute)));
    }

    private static void meta(StringBuilder html, Map<String, String> tag) {
        PageHead.print(new HeadElement("meta", tag, null), html);
    }
}
