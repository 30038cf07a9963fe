package io.jium.builder.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.jium.builder.document.Documents;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageSlug;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.Change;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Pages.StaleVersion;
import io.jium.builder.page.Pages.Version;
import io.jium.builder.page.Projects;
import io.jium.builder.page.StoredProject;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.render.PageRenderer;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.template.Templates;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Pages, for a site's owner. */
@RestController
@RequestMapping("/builder/pages")
class PageController {

    private final Pages pages;
    private final SiteRegister sites;
    private final Templates templates;
    private final Documents documents;

    PageController(Pages pages, SiteRegister sites, Templates templates, Documents documents) {
        this.pages = pages;
        this.sites = sites;
        this.templates = templates;
        this.documents = documents;
    }

    @GetMapping
    Listing<View> list(@RequestParam("service_id") long serviceId, Caller caller, Paging paging) {
        sites.owned(serviceId, caller.userId());
        return Listing.of(pages.of(serviceId, caller.userId(), paging), paging, Page::id)
                .map(page -> View.of(page, null));
    }

    @PostMapping
    ResponseEntity<View> add(@Valid @RequestBody Add wanted, Caller caller) {
        sites.owned(wanted.serviceId, caller.userId());
        var slug = checkedSlug(wanted.slug);
        var page =
                pages.add(
                        wanted.serviceId,
                        caller.userId(),
                        new NewPage(wanted.title.strip(), slug, project(wanted), null));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(IfMatch.etag(page.version()))
                .body(View.of(page, content(page)));
    }

    private StoredProject project(Add wanted) {
        if (wanted.content != null && wanted.content.project != null) {
            return Projects.store(Projects.accept(wanted.content.project));
        }
        return wanted.templateId == null
                ? Projects.store(ProjectParser.empty())
                : templates.homePage(wanted.templateId);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> read(@PathVariable long id, Caller caller) {
        var page = owned(id, caller);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(page.version()))
                .body(View.of(page, content(page)));
    }

    @PutMapping("/{id}")
    ResponseEntity<View> save(
            @PathVariable long id, @Valid @RequestBody Save wanted, IfMatch seen, Caller caller) {
        var project =
                wanted.content == null || wanted.content.project == null
                        ? null
                        : Projects.store(Projects.accept(wanted.content.project));
        var slug = wanted.slug == null ? null : checkedSlug(wanted.slug);
        var title = wanted.title == null ? null : checkedTitle(wanted.title);
        return saved(id, caller, seen, new Change(title, slug, project));
    }

    private ResponseEntity<View> saved(long id, Caller caller, IfMatch seen, Change change) {
        try {
            var page = pages.save(id, caller.userId(), seen.version(), change);
            return ResponseEntity.ok().eTag(IfMatch.etag(page.version())).body(View.of(page, null));
        } catch (StaleVersion stale) {
            var current = stale.current();
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale_version")
                    .with("current", View.of(current, content(current)))
                    .header("ETag", IfMatch.etag(current.version()));
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Caller caller) {
        pages.delete(id, caller.userId());
    }

    @GetMapping("/{id}/versions")
    Listing<Version> versions(@PathVariable long id, Caller caller, Paging paging) {
        var page = owned(id, caller);
        return Listing.of(
                pages.versions(page.id(), caller.userId(), paging), paging, Version::version);
    }

    @PostMapping("/{id}/versions/{version}/restore")
    ResponseEntity<View> restore(
            @PathVariable long id, @PathVariable long version, IfMatch seen, Caller caller) {
        var page = owned(id, caller);
        return saved(id, caller, seen, new Change(null, null, pages.project(page.id(), version)));
    }

    private Page owned(long id, Caller caller) {
        return pages.find(id, caller.userId()).orElseThrow(NotFound::new);
    }

    private Content content(Page page) {
        var stored = pages.project(page.id(), page.version());
        var rendered = PageRenderer.render(Projects.read(stored));
        return new Content(
                new String(stored.json(), StandardCharsets.UTF_8),
                rendered.body(),
                rendered.css(),
                documents.stylesheets(page));
    }

    private static String checkedSlug(String given) {
        var slug = PageSlug.normalised(given);
        PageSlug.refusal(slug)
                .ifPresent(code -> {
                    throw InvalidFields.of("slug", code);
                });
        return slug;
    }

    private static String checkedTitle(String given) {
        if (given.isBlank()) {
            throw InvalidFields.of("title", "required");
        }
        return given.strip();
    }

    /** Content as it comes; HTML and CSS of clients are not looked at. */
    record GivenContent(@Nullable JsonNode project) {}

    record Add(
            @NotNull Long serviceId,
            @NotBlank @Size(max = 255) String title,
            @NotBlank @Size(max = 80) String slug,
            @Nullable Long templateId,
            @Nullable GivenContent content) {}

    record Save(
            @Nullable @Size(max = 255) String title,
            @Nullable @Size(max = 80) String slug,
            @Nullable GivenContent content) {}

    /**
     * @param stylesheets files that the page is styled by besides the project's own rules
     */
    record Content(
            @JsonRawValue String project, String html, String css, List<String> stylesheets) {}

    record View(
            long id,
            long serviceId,
            String title,
            String slug,
            long version,
            boolean isPublished,
            @Nullable Instant publishedAt,
            Instant updatedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Content content) {

        static View of(Page page, @Nullable Content content) {
            return new View(
                    page.id(),
                    page.serviceId(),
                    page.title(),
                    page.slug(),
                    page.version(),
                    page.isPublished(),
                    page.publishedAt(),
                    page.updatedAt(),
                    content);
        }
    }
}
