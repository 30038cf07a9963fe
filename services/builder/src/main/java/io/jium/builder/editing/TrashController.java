package io.jium.builder.editing;

import io.jium.builder.page.Page;
import io.jium.builder.page.Trash;
import io.jium.builder.page.Trash.Trashed;
import io.jium.builder.site.SiteRegister;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deleted pages, for a site's owner. */
@RestController
@RequestMapping("/builder/trash")
class TrashController {

    private final Trash trash;
    private final SiteRegister sites;

    TrashController(Trash trash, SiteRegister sites) {
        this.trash = trash;
        this.sites = sites;
    }

    @GetMapping
    Listing<View> list(@RequestParam("service_id") long serviceId, Caller caller, Paging paging) {
        sites.owned(serviceId, caller.userId());
        return Listing.of(trash.of(serviceId, caller.userId(), paging), paging, Trashed::id)
                .map(View::of);
    }

    /** Takes a page back, with another address when its own is taken. */
    @PostMapping("/{id}/restore")
    ResponseEntity<PageView> restore(@PathVariable long id, Caller caller) {
        var page = trash.takeOut(id, caller.userId());
        return ResponseEntity.ok().eTag(IfMatch.etag(page.version())).body(PageView.of(page, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable long id, Caller caller) {
        trash.erase(id, caller.userId());
    }

    /**
     * @param path where it was seen
     * @param goneAt when it can be taken back no more
     */
    record View(
            long id,
            long serviceId,
            String title,
            String slug,
            String path,
            Instant trashedAt,
            Instant goneAt) {

        static View of(Trashed page) {
            return new View(
                    page.id(),
                    page.serviceId(),
                    page.title(),
                    page.slug().substring(page.slug().indexOf('/') + 1),
                    Page.path(page.slug()),
                    page.trashedAt(),
                    page.goneAt());
        }
    }
}
