package io.jium.builder.template;

import io.jium.builder.page.Page;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.StoredProject;
import io.jium.platform.problem.NotFound;
import io.jium.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Templates and their pages in each language. */
@Repository
public class Templates {

    private static final String SELECT =
            """
            select t.id, t.name, t.name_en, t.description, t.description_en, t.type, t.thumb_url, t.is_active, t.digest,
                   t.html, t.css, t.components,
                   (select count(*) from template_pages p where p.template_id = t.id and p.locale = 'ko') as page_count
            from templates t
            """;

    private final BroughtIn broughtIn;
    private final JdbcClient jdbc;

    Templates(BroughtIn broughtIn, JdbcClient jdbc) {
        this.broughtIn = broughtIn;
        this.jdbc = jdbc;
    }

    record Template(
            long id,
            Texts texts,
            String type,
            @Nullable String thumbUrl,
            boolean isActive,
            @Nullable String digest,
            int pageCount,
            @Nullable String html,
            @Nullable String css,
            @Nullable String components) {}

    /** A name and a description in Korean and, where there are any, in English. */
    record Texts(
            String name,
            @Nullable String nameEn,
            @Nullable String description,
            @Nullable String descriptionEn) {

        String name(boolean korean) {
            return korean || nameEn == null ? name : nameEn;
        }

        String description(boolean korean) {
            return Objects.requireNonNullElse(
                    korean || descriptionEn == null ? description : descriptionEn, "");
        }
    }

    /** A page of a template in one language. */
    record TemplatePage(String locale, int position, NewPage page) {}

    /** What a template is made of. */
    record Contents(@Nullable String html, @Nullable String css, @Nullable String components) {}

    List<Template> active(@Nullable String type, Paging paging) {
        broughtIn.await();
        return jdbc.sql(
                        SELECT
                                + "where t.is_active = true and (? is null or t.type = ?) and t.id > ? order by t.id limit ?")
                .param(type)
                .param(type)
                .params(paging.above(), paging.rows())
                .query(Templates::template)
                .list();
    }

    Optional<Template> find(long id) {
        broughtIn.await();
        return jdbc.sql(SELECT + "where t.id = ? and t.is_active = true")
                .param(id)
                .query(Templates::template)
                .optional();
    }

    Optional<Template> builtIn(String key) {
        return jdbc.sql(SELECT + "where t.template_key = ?")
                .param(key)
                .query(Templates::template)
                .optional();
    }

    /** The pages of a template in a language; in Korean when it has none in that one. */
    public List<NewPage> pages(long templateId, String locale) {
        broughtIn.await();
        var pages = in(templateId, locale);
        if (pages.isEmpty() && !locale.equals("ko")) {
            pages = in(templateId, "ko");
        }
        if (pages.isEmpty()) {
            throw new NotFound();
        }
        return pages;
    }

    private List<NewPage> in(long templateId, String locale) {
        return jdbc.sql(
                        """
                        select p.title, p.slug, p.head, p.project from template_pages p
                        join templates t on t.id = p.template_id
                        where p.template_id = ? and p.locale = ? and t.is_active = true order by p.position
                        """)
                .params(templateId, locale)
                .query((row, n) ->
                        new NewPage(
                                row.getString("title"),
                                row.getString("slug"),
                                StoredProject.compressed(row.getBytes("project")),
                                row.getString("head")))
                .list();
    }

    /** The project of a template's home page. */
    public StoredProject homePage(long templateId) {
        return pages(templateId, "ko").stream()
                .filter(page -> page.slug().equals(Page.HOME))
                .findFirst()
                .map(NewPage::project)
                .orElseThrow(NotFound::new);
    }

    /** Adds a template without pages yet. */
    long add(Texts texts, String type, @Nullable String thumbUrl, @Nullable String key) {
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into templates (name, name_en, description, description_en, type, thumb_url, template_key)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(texts.name)
                .param(texts.nameEn)
                .param(texts.description)
                .param(texts.descriptionEn)
                .param(type)
                .param(thumbUrl)
                .param(key)
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    /** Replaces what a template says and holds. */
    void fill(
            long id,
            Texts texts,
            @Nullable String thumbUrl,
            Contents contents,
            List<TemplatePage> pages) {
        jdbc.sql(
                        """
                        update templates set name = ?, name_en = ?, description = ?, description_en = ?, thumb_url = ?,
                        html = ?, css = ?, components = ? where id = ?
                        """)
                .param(texts.name)
                .param(texts.nameEn)
                .param(texts.description)
                .param(texts.descriptionEn)
                .param(thumbUrl)
                .param(contents.html)
                .param(contents.css)
                .param(
                        contents.components == null
                                ? null
                                : contents.components.getBytes(StandardCharsets.UTF_8))
                .param(id)
                .update();
        jdbc.sql("delete from template_pages where template_id = ?").param(id).update();
        for (var page : pages) {
            jdbc.sql(
                            """
                            insert into template_pages (template_id, locale, position, slug, title, head, project)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(id, page.locale, page.position, page.page.slug(), page.page.title())
                    .param(page.page.head())
                    .param(page.page.project().compressed())
                    .update();
        }
    }

    /** Remembers which resources a built-in template was made from. */
    void made(long id, String digest) {
        jdbc.sql("update templates set digest = ? where id = ?").params(digest, id).update();
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getLong("id"),
                new Texts(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("description"),
                        row.getString("description_en")),
                row.getString("type"),
                row.getString("thumb_url"),
                row.getBoolean("is_active"),
                row.getString("digest"),
                row.getInt("page_count"),
                row.getString("html"),
                row.getString("css"),
                row.getString("components"));
    }
}
