package io.jium.builder.template;

import io.jium.builder.document.Documents;
import io.jium.builder.document.SiteLinks;
import io.jium.builder.page.Projects;
import io.jium.builder.render.PageRenderer;
import io.jium.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** Pages of templates as documents, linked among each other, for looking at before choosing. */
@Component
class TemplatePreviews {

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
        var links =
                SiteLinks.leadingTo(linked ->
                        "/builder/templates/%d/preview?page=%s".formatted(templateId, linked));
        var project = Projects.read(page.project()).withAddresses(links);
        return documents.standAlone(page, locale, PageRenderer.render(project));
    }
}
