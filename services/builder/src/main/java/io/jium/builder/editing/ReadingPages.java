package io.jium.builder.editing;

import io.jium.builder.document.Documents;
import io.jium.builder.editing.PageView.Content;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.StaleVersion;
import io.jium.builder.page.Projects;
import io.jium.builder.render.PageRenderer;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Owners' pages as they are answered. */
@Component
class ReadingPages {

    private final Pages pages;
    private final PageEvents history;
    private final Documents documents;

    ReadingPages(Pages pages, PageEvents history, Documents documents) {
        this.pages = pages;
        this.history = history;
        this.documents = documents;
    }

    Page owned(long id, Caller caller) {
        return pages.find(id, caller.userId()).orElseThrow(NotFound::new);
    }

    PageView whole(Page page) {
        return PageView.of(page, content(page, page.version()));
    }

    /** What an owned page contained at a version. */
    Content content(Page page, long version) {
        var stored = history.projectToEdit(page.id(), version);
        var rendered = PageRenderer.render(Projects.read(stored));
        return new Content(
                new String(stored.json(), StandardCharsets.UTF_8),
                rendered.body(),
                rendered.css(),
                documents.stylesheets(page));
    }

    /** Answers a save: the page without its content, or 412 with what is there now. */
    ResponseEntity<PageView> saved(Supplier<Page> saving) {
        try {
            var page = saving.get();
            return ResponseEntity.ok()
                    .eTag(IfMatch.etag(page.version()))
                    .body(PageView.of(page, null));
        } catch (StaleVersion stale) {
            throw refusal(stale);
        }
    }

    Refusal refusal(StaleVersion stale) {
        var current = stale.current();
        return new Refusal(HttpStatus.PRECONDITION_FAILED, "stale_version")
                .with("current", whole(current))
                .header("ETag", IfMatch.etag(current.version()));
    }
}
