package io.jium.builder.editing;

import io.jium.builder.change.Change;
import io.jium.builder.change.Collided;
import io.jium.builder.change.Collision;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.language.SiteLanguages;
import io.jium.builder.page.ChangingPages;
import io.jium.builder.page.Edit;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvent;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Pages.Revision;
import io.jium.builder.page.Pages.StaleVersion;
import io.jium.builder.page.Presence;
import io.jium.builder.page.Presence.Here;
import io.jium.builder.page.Projects;
import io.jium.builder.page.StoredProject;
import io.jium.builder.page.Trash;
import io.jium.builder.project.ProjectParser;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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

    /** Who is further behind opens the page anew. */
    private static final int MOST_EVENTS = 1_000;

    private final Pages pages;
    private final PageEvents history;
    private final ChangingPages changing;
    private final Presence presence;
    private final SiteRegister sites;
    private final Templates templates;
    private final ReadingPages reading;
    private final Trash trash;
    private final LanguagesOfSites languages;

    PageController(
            Pages pages,
            PageEvents history,
            ChangingPages changing,
            Presence presence,
            SiteRegister sites,
            Templates templates,
            ReadingPages reading,
            Trash trash,
            LanguagesOfSites languages) {
        this.pages = pages;
        this.history = history;
        this.changing = changing;
        this.presence = presence;
        this.sites = sites;
        this.templates = templates;
        this.reading = reading;
        this.trash = trash;
        this.languages = languages;
    }

    @GetMapping
    Listing<PageView> list(
            @RequestParam("service_id") long serviceId, Caller caller, Paging paging) {
        sites.owned(serviceId, caller.userId());
        return Listing.of(pages.of(serviceId, caller.userId(), paging), paging, Page::id)
                .map(page -> PageView.of(page, null));
    }

    @PostMapping
    ResponseEntity<PageView> add(@Valid @RequestBody Add wanted, Caller caller) {
        var site = sites.owned(wanted.serviceId, caller.userId());
        var spoken = languages.of(site);
        var slug = spoken.checkedAddress(language(wanted, spoken), wanted.slug);
        var page =
                pages.add(
                        wanted.serviceId,
                        caller.userId(),
                        new NewPage(wanted.title.strip(), slug, project(wanted), null));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(IfMatch.etag(page.version()))
                .body(reading.whole(page));
    }

    private static String language(Add wanted, SiteLanguages spoken) {
        return wanted.language == null ? spoken.main() : spoken.known("language", wanted.language);
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
    ResponseEntity<PageView> read(@PathVariable long id, Caller caller) {
        var page = reading.owned(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etag(page.version())).body(reading.whole(page));
    }

    @PutMapping("/{id}")
    ResponseEntity<PageView> save(
            @PathVariable long id, @Valid @RequestBody Save wanted, IfMatch seen, Caller caller) {
        var project =
                wanted.content == null || wanted.content.project == null
                        ? null
                        : Projects.store(Projects.accept(wanted.content.project));
        var slug = wanted.slug == null ? null : slug(wanted.slug, reading.owned(id, caller));
        var title = wanted.title == null ? null : checkedTitle(wanted.title);
        return reading.saved(() ->
                pages.save(
                        id, caller.userId(), seen.version(), new Revision(title, slug, project)));
    }

    /**
     * Saves changes part by part upon the version they were made on; what others changed since
     * stays. 412 with both sides where they changed the same, and when the whole page was replaced.
     */
    @PatchMapping("/{id}")
    ResponseEntity<Changed> change(
            @PathVariable long id,
            @Valid @RequestBody Changes wanted,
            IfMatch seen,
            Caller caller) {
        try {
            var changed =
                    changing.change(
                            id,
                            caller.userId(),
                            seen.version(),
                            new Edit(wanted.editId, wanted.editor, wanted.changes));
            return ResponseEntity.ok()
                    .eTag(IfMatch.etag(changed.page().version()))
                    .body(Changed.of(changed.page(), changed.since()));
        } catch (StaleVersion stale) {
            throw reading.refusal(stale);
        } catch (Collided collided) {
            throw refusal(collided.collisions(), id, seen, caller);
        }
    }

    private Refusal refusal(List<Collision> collisions, long id, IfMatch seen, Caller caller) {
        var page = reading.owned(id, caller);
        return new Refusal(HttpStatus.PRECONDITION_FAILED, "changes_collide")
                .with("collisions", collisions)
                .with("since", history.since(id, seen.version(), MOST_EVENTS))
                .with("version", page.version())
                .header("ETag", IfMatch.etag(page.version()));
    }

    /** What happened to the page after a version, in its order. */
    @GetMapping("/{id}/changes")
    Changed changes(@PathVariable long id, @RequestParam("since") long since, Caller caller) {
        var page = reading.owned(id, caller);
        return Changed.of(page, history.since(page.id(), since, MOST_EVENTS));
    }

    /** Says that an editor has the page open; answers who else has, and the page's version. */
    @PutMapping("/{id}/presence/{editor}")
    Present here(
            @PathVariable long id, @PathVariable @Size(max = 40) String editor, Caller caller) {
        var page = reading.owned(id, caller);
        return new Present(page.version(), presence.here(page.id(), editor, caller.userId()));
    }

    @DeleteMapping("/{id}/presence/{editor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@PathVariable long id, @PathVariable String editor, Caller caller) {
        presence.gone(reading.owned(id, caller).id(), editor, caller.userId());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Caller caller) {
        trash.put(id, caller.userId());
    }

    /** A new address for a page, in its language. */
    private String slug(String given, Page page) {
        var spoken = languages.of(sites.find(page.serviceId()).orElseThrow(NotFound::new));
        return spoken.checkedAddress(page.language(), given);
    }

    private static String checkedTitle(String given) {
        if (given.isBlank()) {
            throw InvalidFields.of("title", "required");
        }
        return given.strip();
    }

    /** Content as it comes; HTML and CSS of clients are not looked at. */
    record GivenContent(@Nullable JsonNode project) {}

    /**
     * @param language one of the site's; null for its main one
     */
    record Add(
            @NotNull Long serviceId,
            @NotBlank @Size(max = 255) String title,
            @NotBlank @Size(max = 80) String slug,
            @Nullable Long templateId,
            @Nullable @Size(max = 5) String language,
            @Nullable GivenContent content) {}

    record Save(
            @Nullable @Size(max = 255) String title,
            @Nullable @Size(max = 80) String slug,
            @Nullable GivenContent content) {}

    /**
     * @param editId the editor's own name for what it sends, the same when it sends it again
     * @param editor which window of a browser it is
     */
    record Changes(
            @NotBlank @Size(max = 40) String editId,
            @NotBlank @Size(max = 40) String editor,
            @NotNull @Size(max = 5_000) List<@NotNull @Valid Change> changes) {}

    /**
     * @param since what happened after the version that was named, in its order
     */
    record Changed(long version, Instant updatedAt, List<PageEvent> since) {

        static Changed of(Page page, List<PageEvent> since) {
            return new Changed(page.version(), page.updatedAt(), since);
        }
    }

    /**
     * @param others who has the page open besides
     */
    record Present(long version, List<Here> others) {}
}
