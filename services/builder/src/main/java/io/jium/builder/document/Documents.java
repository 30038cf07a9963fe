package io.jium.builder.document;

import io.jium.builder.asset.Pictures;
import io.jium.builder.design.Ground;
import io.jium.builder.design.SiteDesign;
import io.jium.builder.language.Language;
import io.jium.builder.language.LanguageSwitch;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.language.Translations;
import io.jium.builder.menu.Menu;
import io.jium.builder.menu.Menus;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import io.jium.builder.project.Project;
import io.jium.builder.render.PageRenderer;
import io.jium.builder.render.RenderedPage;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.builder.site.SiteSettings;
import io.jium.builder.site.SiteSettings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes whole HTML documents of pages. A preview is the published document with its style sheet
 * inside.
 */
@Component
public class Documents {

    private final Pages pages;
    private final PageEvents history;
    private final SiteSettings settings;
    private final LanguagesOfSites languages;
    private final Pictures pictures;
    private final SiteDesign design;
    private final Menus menus;
    private final JsonMapper json;

    Documents(
            Pages pages,
            PageEvents history,
            SiteSettings settings,
            LanguagesOfSites languages,
            Pictures pictures,
            SiteDesign design,
            Menus menus,
            JsonMapper json) {
        this.pages = pages;
        this.history = history;
        this.settings = settings;
        this.languages = languages;
        this.pictures = pictures;
        this.design = design;
        this.menus = menus;
        this.json = json;
    }

    /**
     * The page as it would be published, for its owner's eyes.
     *
     * @param links changes addresses, so that links lead from preview to preview
     */
    public String preview(Page page, Site site, UnaryOperator<String> links) {
        var translations = Translations.among(pages.all(site.serviceId()), languages.of(site));
        var menu = menus.printed(site.serviceId());
        var rendered = rendered(project(page, menu, translations).withAddresses(links), page);
        return document(
                page,
                site,
                settings.of(site.serviceId()),
                rendered,
                translations,
                null,
                inline(rendered.css()) + design(site));
    }

    /** A page that belongs to no site yet. */
    public String standAlone(NewPage page, String locale, RenderedPage rendered) {
        var none = Instant.EPOCH;
        var shown =
                new Page(
                        0,
                        0,
                        page.title(),
                        page.slug(),
                        1,
                        false,
                        null,
                        none,
                        page.head(),
                        locale,
                        null);
        return document(
                shown,
                new Site(0, 0, page.title(), locale),
                Settings.NONE,
                rendered,
                Translations.none(locale),
                null,
                inline(rendered.css()));
    }

    /**
     * The element that carries the site's colours and typefaces; empty when they are those of its
     * style sheets.
     */
    String design(Site site) {
        return inline(design.css(site.serviceId()));
    }

    /** The content of the page as it is now. */
    RenderedPage rendered(Page page, Supplier<Menu> menu, Translations translations) {
        return rendered(project(page, menu, translations), page);
    }

    private RenderedPage rendered(Project project, Page page) {
        return PageRenderer.render(
                project, pictures.of(page.serviceId(), PageRenderer.pictures(project)));
    }

    /** The same where it is shown at any address: its links lead from the site's root. */
    RenderedPage renderedAnywhere(Page page, Supplier<Menu> menu, Translations translations) {
        var fromRoot = SiteLinks.leadingTo(Page::path);
        return rendered(project(page, menu, translations).withAddresses(fromRoot), page);
    }

    private Project project(Page page, Supplier<Menu> menu, Translations translations) {
        var stored = Projects.read(history.project(page.id(), page.version()));
        if (translations.isMain(page)) {
            return withChoices(Menu.fill(stored, menu, page.id()), page, translations);
        }
        var listed = Menu.fill(stored, () -> menu.get().in(translations, page), page.id());
        var linked =
                listed.withAddresses(SiteLinks.leadingTo(slug -> translations.path(slug, page)));
        return withChoices(linked, page, translations);
    }

    private static Project withChoices(Project project, Page page, Translations translations) {
        return LanguageSwitch.fill(project, translations.choices(page), page.language());
    }

    /**
     * @param baseUrl of the published site, for canonical and Open Graph addresses; null in
     *     previews, which run no code of the owner's
     * @param style the elements that carry or name the page's style sheet, and the site's design
     */
    String document(
            Page page,
            Site site,
            Settings settings,
            RenderedPage rendered,
            Translations translations,
            @Nullable String baseUrl,
            String style) {
        var head = head(page);
        var html = new StringBuilder(rendered.body().length() + 4_096);
        html.append("<!doctype html>\n<html");
        if (!rendered.documentAttributes().contains(" lang=")) {
            html.append(" lang=\"").append(Html.escape(page.language())).append('"');
        }
        if (isFromTheRight(page) && !rendered.documentAttributes().contains(" dir=")) {
            html.append(" dir=\"rtl\"");
        }
        html.append(rendered.documentAttributes()).append(">\n<head>\n<meta charset=\"utf-8\">\n");
        new HeadElements(page, site, settings, head, translations, baseUrl, rendered).print(html);
        head.head().forEach(element -> PageHead.print(element, html));
        html.append(head.stylesheets().isEmpty() ? inline(Ground.css()) : "");
        html.append(inline(rendered.pictureCss()));
        if (rendered.body().contains(Menu.PLACE)) {
            html.append(inline(Menu.CSS));
        }
        html.append(style);
        html.append(inline(settings.customCss()));
        if (baseUrl != null) {
            html.append(line(settings.headerScript()));
        }
        html.append("</head>\n<body")
                .append(rendered.bodyAttributes())
                .append(">\n")
                .append(rendered.body())
                .append('\n');
        head.bodyEnd().forEach(element -> PageHead.print(element, html));
        var notice = settings.cookieNotice();
        if (notice != null && notice.enabled()) {
            html.append(CookieBox.html(notice, site.locale()));
        }
        if (baseUrl != null) {
            ownScripts(settings, html);
        }
        return html.append("</body>\n</html>\n").toString();
    }

    /** The owner's code runs on the site's own origin alone: a preview's is the console's. */
    private static void ownScripts(Settings settings, StringBuilder html) {
        html.append(line(settings.footerScript()));
        if (isPresent(settings.customJs())) {
            html.append("<script>\n")
                    .append(String.valueOf(settings.customJs()).replace("</script", "<\\/script"))
                    .append("\n</script>\n");
        }
    }

    private static boolean isFromTheRight(Page page) {
        return Language.of(page.language()).filter(Language::isWrittenFromTheRight).isPresent();
    }

    /** Addresses of the style sheets that the page brings along as files. */
    public List<String> stylesheets(Page page) {
        return head(page).stylesheets();
    }

    private PageHead head(Page page) {
        return page.head() == null ? PageHead.NONE : json.readValue(page.head(), PageHead.class);
    }

    private static String inline(@Nullable String css) {
        return isPresent(css)
                ? "<style>\n" + String.valueOf(css).replace("</", "<\\/") + "\n</style>\n"
                : "";
    }

    private static String line(@Nullable String html) {
        return isPresent(html) ? html + "\n" : "";
    }

    static boolean isPresent(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
