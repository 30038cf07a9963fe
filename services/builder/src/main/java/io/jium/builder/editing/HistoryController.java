package io.jium.builder.editing;

import io.jium.builder.editing.PageView.Content;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.PageEvents.Version;
import io.jium.builder.page.PageProjection;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.Revision;
import io.jium.builder.page.RestoringSites;
import io.jium.builder.page.RestoringSites.Restored;
import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What pages were before, for a site's owner. */
@RestController
class HistoryController {

    private final Pages pages;
    private final PageEvents history;
    private final ReadingPages reading;
    private final SiteRegister sites;
    private final RestoringSites restoring;
    private final PageProjection projection;
    private final Clock clock;

    HistoryController(
            Pages pages,
            PageEvents history,
            ReadingPages reading,
            SiteRegister sites,
            RestoringSites restoring,
            PageProjection projection,
            Clock clock) {
        this.pages = pages;
        this.history = history;
        this.reading = reading;
        this.sites = sites;
        this.restoring = restoring;
        this.projection = projection;
        this.clock = clock;
    }

    @GetMapping("/builder/pages/{id}/versions")
    Listing<Version> versions(@PathVariable long id, Caller caller, Paging paging) {
        var page = reading.owned(id, caller);
        return Listing.of(history.versions(page.id(), paging), paging, Version::version);
    }

    @GetMapping("/builder/pages/{id}/versions/{version}")
    WholeVersion version(@PathVariable long id, @PathVariable long version, Caller caller) {
        var page = reading.owned(id, caller);
        return new WholeVersion(
                history.version(page.id(), version), reading.content(page, version));
    }

    record WholeVersion(Version version, Content content) {}

    /** Names a version; without a name, it has none any more. */
    @PutMapping("/builder/pages/{id}/versions/{version}")
    Version name(
            @PathVariable long id,
            @PathVariable long version,
            @Valid @RequestBody Name wanted,
            Caller caller) {
        var page = reading.owned(id, caller);
        var name = wanted.name == null || wanted.name.isBlank() ? null : wanted.name.strip();
        history.name(page.id(), version, name);
        return history.version(page.id(), version);
    }

    record Name(@Nullable @Size(max = 100) String name) {}

    @PostMapping("/builder/pages/{id}/versions/{version}/restore")
    ResponseEntity<PageView> restore(
            @PathVariable long id, @PathVariable long version, IfMatch seen, Caller caller) {
        var page = reading.owned(id, caller);
        var project = history.project(page.id(), version);
        return reading.saved(() ->
                pages.save(
                        id,
                        caller.userId(),
                        seen.version(),
                        new Revision(null, null, project, version)));
    }

    /** Brings all pages of a site back to what they were at a time. */
    @PostMapping("/builder/sites/{serviceId}/restore")
    Restored restore(@PathVariable long serviceId, @Valid @RequestBody Time wanted, Caller caller) {
        sites.owned(serviceId, caller.userId());
        var time = time(wanted.at);
        if (time.isAfter(clock.instant())) {
            throw InvalidFields.of("at", "in_the_future");
        }
        return restoring.restore(serviceId, caller.userId(), time);
    }

    private static Instant time(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException unreadable) {
            throw InvalidFields.of("at", "invalid");
        }
    }

    /**
     * @param at as RFC 3339 has it
     */
    record Time(@NotBlank String at) {}

    /** Makes the table of pages of their events again, should it ever differ. */
    @PostMapping("/builder/pages/rebuild")
    @AdminOnly
    Rebuilt rebuild() {
        var all = projection.pages();
        var different = all.stream().filter(projection::rebuild).count();
        return new Rebuilt(all.size(), different);
    }

    /**
     * @param different pages that were not what their events say
     */
    record Rebuilt(long pages, long different) {}
}
