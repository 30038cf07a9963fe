package io.jium.builder.template;

import io.jium.builder.document.Documents;
import io.jium.builder.page.Projects;
import io.jium.builder.render.PageRenderer;
import io.jium.platform.problem.NotFound;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Pages of templates as documents, linked among each other, for looking at before choosing. */
@Component
class TemplatePreviews {

    /** A link to a page of the same site, as templates write it. */
    private static final Pattern SITE_LINK =
            Pattern.compile("href=\"/([^\"/?#.]{0,80})(#[^\"]*)?\"");

    private final Templates templates;
    private final Documents documents;

    TemplatePreviews(Templates templates, Documents documents) {
        this.templates = templates;
        this.documents = documents;
    }

    String html(long templateId, String slug, String locale) {
        var page =
                templates.pages(templateId, locale).stream()
                        .filter(candidate -> candidate.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var rendered = PageRenderer.render(Projects.read(page.project()));
        var html = documents.standAlone(page, locale, rendered);
        return SITE_LINK
                .matcher(html)
                .replaceAll(link ->
                        Matcher.quoteReplacement(
                                "href=\"/builder/templates/%d/preview?page=%s%s\""
                                        .formatted(
                                                templateId,
                                                link.group(1).isEmpty() ? "index" : link.group(1),
                                                link.group(2) == null ? "" : link.group(2))));
    }
}
