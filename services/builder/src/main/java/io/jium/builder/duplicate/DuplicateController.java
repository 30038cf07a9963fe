package io.jium.builder.duplicate;

import io.jium.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pages once more, for a site's owner. */
@RestController
class DuplicateController {

    private final Duplicating duplicating;

    DuplicateController(Duplicating duplicating) {
        this.duplicating = duplicating;
    }

    @PostMapping("/builder/pages/{id}/duplicate")
    @ResponseStatus(HttpStatus.CREATED)
    Duplicate page(@PathVariable long id, Caller caller) {
        var page = duplicating.page(id, caller.userId());
        return new Duplicate(page.id(), page.serviceId(), page.title(), page.slug());
    }

    record Duplicate(long id, long serviceId, String title, String slug) {}
}
