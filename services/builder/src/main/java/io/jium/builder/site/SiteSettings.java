package io.jium.builder.site;

import io.jium.platform.problem.InvalidFields;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settings of sites. */
@Repository
public class SiteSettings {

    private static final int LONGEST_CODE = 64 * 1024;
    private static final TypeReference<List<Map<String, String>>> META = new TypeReference<>() {};

    private final SiteRegister sites;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SiteSettings(SiteRegister sites, JdbcClient jdbc, JsonMapper json) {
        this.sites = sites;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param metaTags each {@code {"name"|"property": …, "content": …}}
     * @param headerScript HTML for the end of the head, on the site's own origin alone
     * @param footerScript HTML for the end of the body, likewise
     * @param socialImageUrl what networks show of a shared link; else a picture of the page
     * @param notFoundPageId the page that is shown where nothing is
     */
    public record Settings(
            @Nullable String seoTitle,
            @Nullable String seoDescription,
            @Nullable List<Map<String, String>> metaTags,
            @Nullable String headerScript,
            @Nullable String footerScript,
            @Nullable String faviconUrl,
            @Nullable String customCss,
            @Nullable String customJs,
            @Nullable String socialImageUrl,
            @Nullable Long notFoundPageId,
            @Nullable CookieNotice cookieNotice) {

        public static final Settings NONE =
                new Settings(null, null, null, null, null, null, null, null, null, null, null);

        Settings checked() {
            refuseLong("seo_title", seoTitle, 255);
            refuseLong("seo_description", seoDescription, 1_000);
            refuseLong("favicon_url", faviconUrl, 500);
            refuseLong("header_script", headerScript, LONGEST_CODE);
            refuseLong("footer_script", footerScript, LONGEST_CODE);
            refuseLong("custom_css", customCss, LONGEST_CODE);
            refuseLong("custom_js", customJs, LONGEST_CODE);
            refuseLong("social_image_url", socialImageUrl, 500);
            refuseOddPicture(socialImageUrl);
            if (cookieNotice != null) {
                cookieNotice.check();
            }
            if (metaTags != null) {
                metaTags.forEach(Settings::refuseOddMeta);
            }
            return this;
        }

        /** A file of the site, or a picture elsewhere. */
        private static void refuseOddPicture(@Nullable String url) {
            if (url != null
                    && !url.isBlank()
                    && !url.startsWith("/builder/files/")
                    && !url.startsWith("https://")) {
                throw InvalidFields.of("social_image_url", "invalid");
            }
        }

        private static void refuseOddMeta(@Nullable Map<String, String> tag) {
            if (tag == null
                    || !Set.of("name", "property", "content").containsAll(tag.keySet())
                    || !tag.containsKey("content")
                    || tag.values().stream().anyMatch(v -> v == null || v.length() > 1_000)) {
                throw InvalidFields.of("meta_tags", "invalid");
            }
        }

        static void refuseLong(String field, @Nullable String value, int most) {
            if (value != null && value.length() > most) {
                throw InvalidFields.of(field, "size", 0, most);
            }
        }
    }

    /** The settings; a site that has none yet has empty ones. */
    public Settings of(long serviceId) {
        return jdbc.sql("select * from site_settings where service_id = ?")
                .param(serviceId)
                .query(this::settings)
                .optional()
                .orElse(Settings.NONE);
    }

    /**
     * Replaces the settings of a site that was checked to be the caller's. Refuses with 404 when it
     * was removed meanwhile.
     */
    @Transactional
    public Settings replace(long serviceId, Settings settings) {
        sites.hold(serviceId);
        refuseUnknownPage(serviceId, settings.notFoundPageId);
        write(serviceId, settings);
        return of(serviceId);
    }

    private void write(long serviceId, Settings settings) {
        var columns =
                List.of(
                        "seo_title",
                        "seo_description",
                        "meta_tags",
                        "header_script",
                        "footer_script",
                        "favicon_url",
                        "custom_css",
                        "custom_js",
                        "social_image_url",
                        "not_found_page_id",
                        "cookie_notice");
        var update =
                jdbc.sql(
                        """
                        insert into site_settings (service_id, %s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update %s
                        """
                                .formatted(
                                        String.join(", ", columns),
                                        String.join(
                                                ", ",
                                                columns.stream()
                                                        .map(c -> c + " = values(" + c + ")")
                                                        .toList())));
        update.param(serviceId)
                .param(settings.seoTitle)
                .param(settings.seoDescription)
                .param(settings.metaTags == null ? null : json.writeValueAsBytes(settings.metaTags))
                .param(settings.headerScript)
                .param(settings.footerScript)
                .param(settings.faviconUrl)
                .param(settings.customCss)
                .param(settings.customJs)
                .param(settings.socialImageUrl)
                .param(settings.notFoundPageId)
                .param(
                        settings.cookieNotice == null
                                ? null
                                : json.writeValueAsBytes(settings.cookieNotice))
                .update();
    }

    /** The home page is what it should lead back to. */
    private void refuseUnknownPage(long serviceId, @Nullable Long pageId) {
        if (pageId == null) {
            return;
        }
        var known =
                jdbc.sql(
                                """
                                select count(*) from pages
                                where id = ? and service_id = ? and slug <> 'index' and trashed_at is null
                                """)
                        .params(pageId, serviceId)
                        .query(Integer.class)
                        .single();
        if (known == 0) {
            throw InvalidFields.of("not_found_page_id", "unknown");
        }
    }

    /**
     * Gives a new site the settings of another.
     *
     * @param notFoundPageId the copy of the page that is shown where nothing is
     */
    public void copy(long from, long to, @Nullable Long notFoundPageId) {
        var own = of(from);
        write(
                to,
                new Settings(
                        own.seoTitle,
                        own.seoDescription,
                        own.metaTags,
                        own.headerScript,
                        own.footerScript,
                        own.faviconUrl,
                        own.customCss,
                        own.customJs,
                        own.socialImageUrl,
                        notFoundPageId,
                        own.cookieNotice));
    }

    /** Those of a site that is removed. */
    public void remove(long serviceId) {
        jdbc.sql("delete from site_settings where service_id = ?").param(serviceId).update();
    }

    private Settings settings(ResultSet row, int number) throws SQLException {
        return new Settings(
                row.getString("seo_title"),
                row.getString("seo_description"),
                meta(row.getString("meta_tags")),
                row.getString("header_script"),
                row.getString("footer_script"),
                row.getString("favicon_url"),
                row.getString("custom_css"),
                row.getString("custom_js"),
                row.getString("social_image_url"),
                pageId(row),
                cookieNotice(row.getString("cookie_notice")));
    }

    private static @Nullable Long pageId(ResultSet row) throws SQLException {
        var id = row.getLong("not_found_page_id");
        return row.wasNull() ? null : id;
    }

    private @Nullable CookieNotice cookieNotice(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : json.readValue(text.getBytes(StandardCharsets.UTF_8), CookieNotice.class);
        } catch (JacksonException damaged) {
            throw new IllegalStateException("A stored cookie notice cannot be read", damaged);
        }
    }

    private @Nullable List<Map<String, String>> meta(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : json.readValue(text.getBytes(StandardCharsets.UTF_8), META);
        } catch (JacksonException damaged) {
            throw new IllegalStateException("Stored meta tags cannot be read", damaged);
        }
    }
}
