package io.jium.builder.template;

import io.jium.builder.page.Page;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import io.jium.builder.project.Project;
import io.jium.builder.render.PageRenderer;
import io.jium.builder.template.TemplateController.Add;
import io.jium.builder.template.Templates.Contents;
import io.jium.builder.template.Templates.TemplatePage;
import io.jium.builder.template.Templates.Texts;
import io.jium.platform.problem.InvalidFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds templates that operators bring: one page each. */
@Component
class AddingTemplates {

    private final Templates templates;
    private final JsonMapper json;

    AddingTemplates(Templates templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
    }

    @Transactional
    public long add(Add wanted) {
        if (wanted.components() == null) {
            throw InvalidFields.of("components", "required");
        }
        var project = Projects.accept(projectData(wanted.components()));
        var texts = new Texts(wanted.name().strip(), null, null, null);
        var id = templates.add(texts, wanted.type().strip(), wanted.thumbUrl(), null);
        var home = new NewPage(wanted.name().strip(), Page.HOME, Projects.store(project), null);
        templates.fill(
                id,
                texts,
                wanted.thumbUrl(),
                contents(project),
                List.of(new TemplatePage("ko", 0, home)));
        return id;
    }

    static Contents contents(Project project) {
        var rendered = PageRenderer.render(project);
        return new Contents(
                rendered.body(),
                rendered.css(),
                new String(project.toBytes(), StandardCharsets.UTF_8));
    }

    /**
     * The seed's {@code components} is a list of components; the editor's own form is a whole
     * project.
     */
    private JsonNode projectData(JsonNode components) {
        if (!components.isArray()) {
            return components;
        }
        var project = json.createObjectNode();
        project.putArray("pages")
                .addObject()
                .putArray("frames")
                .addObject()
                .putObject("component")
                .put("type", "wrapper")
                .set("components", components);
        return project;
    }
}
