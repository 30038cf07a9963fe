package io.jium.builder.template;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.template.Templates.Template;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.security.Anonymous;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Templates, for everybody to see; added by operators. */
@RestController
@RequestMapping("/builder/templates")
class TemplateController {

    private static final String SANDBOX = "sandbox; frame-ancestors 'self'";

    private final Templates templates;
    private final AddingTemplates adding;
    private final TemplatePreviews previews;

    TemplateController(Templates templates, AddingTemplates adding, TemplatePreviews previews) {
        this.templates = templates;
        this.adding = adding;
        this.previews = previews;
    }

    @GetMapping
    @Anonymous
    Listing<View> list(
            @RequestParam(required = false) @Nullable String type,
            Paging paging,
            HttpServletRequest request) {
        var korean = korean(request);
        return Listing.of(templates.active(type, paging), paging, Template::id)
                .map(t -> View.of(t, korean));
    }

    @GetMapping("/{id}")
    @Anonymous
    Whole read(@PathVariable long id, HttpServletRequest request) {
        var template = templates.find(id).orElseThrow(NotFound::new);
        return Whole.of(
                template,
                korean(request),
                templates.pages(id, Problems.language(request).getLanguage()));
    }

    @PostMapping
    @AdminOnly
    @ResponseStatus(HttpStatus.CREATED)
    Whole add(@Valid @RequestBody Add wanted, HttpServletRequest request) {
        return read(adding.add(wanted), request);
    }

    @GetMapping("/{id}/preview")
    @Anonymous
    ResponseEntity<String> preview(
            @PathVariable long id,
            @RequestParam(defaultValue = Page.HOME) String page,
            HttpServletRequest request) {
        var html = previews.html(id, page, Problems.language(request).getLanguage());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", SANDBOX)
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Language")
                .body(html);
    }

    private static boolean korean(HttpServletRequest request) {
        return Problems.language(request).getLanguage().equals("ko");
    }

    /**
     * @param components project data of one page, or a list of components; null to read {@code
     *     html} and {@code css}
     */
    record Add(
            @NotBlank @Size(max = 255) String name,
            @NotBlank @Size(max = 50) String type,
            @Nullable String html,
            @Nullable String css,
            @Nullable JsonNode components,
            @Nullable @Size(max = 500) String thumbUrl) {}

    record View(
            long id,
            String name,
            String description,
            String type,
            @Nullable String thumbUrl,
            boolean isActive,
            int pageCount) {

        static View of(Template t, boolean korean) {
            return new View(
                    t.id(),
                    t.texts().name(korean),
                    t.texts().description(korean),
                    t.type(),
                    t.thumbUrl(),
                    t.isActive(),
                    t.pageCount());
        }
    }

    record PageView(String slug, String title) {}

    record Whole(
            long id,
            String name,
            String description,
            String type,
            @Nullable String thumbUrl,
            boolean isActive,
            int pageCount,
            @Nullable String html,
            @Nullable String css,
            @JsonRawValue @Nullable String components,
            List<PageView> pages) {

        static Whole of(Template t, boolean korean, List<NewPage> pages) {
            return new Whole(
                    t.id(),
                    t.texts().name(korean),
                    t.texts().description(korean),
                    t.type(),
                    t.thumbUrl(),
                    t.isActive(),
                    t.pageCount(),
                    t.html(),
                    t.css(),
                    t.components(),
                    pages.stream().map(p -> new PageView(p.slug(), p.title())).toList());
        }
    }
}
