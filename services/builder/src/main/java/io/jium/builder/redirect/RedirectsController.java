package io.jium.builder.redirect;

import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Redirects of a site, for its owner; they take effect when the site is published. */
@RestController
@RequestMapping("/builder/redirects/{serviceId}")
class RedirectsController {

    private final SiteRegister sites;
    private final Redirects redirects;

    RedirectsController(SiteRegister sites, Redirects redirects) {
        this.sites = sites;
        this.redirects = redirects;
    }

    @GetMapping
    RedirectList read(@PathVariable long serviceId, Caller caller) {
        return new RedirectList(redirects.of(sites.owned(serviceId, caller.userId()).serviceId()));
    }

    @PutMapping
    RedirectList replace(
            @PathVariable long serviceId, @Valid @RequestBody Wanted wanted, Caller caller) {
        return new RedirectList(redirects.replace(serviceId, caller.userId(), wanted.complete()));
    }

    record RedirectList(List<Redirect> redirects) {}

    record Wanted(@NotNull List<WantedRedirect> redirects) {

        private List<Redirect> complete() {
            for (var i = 0; i < redirects.size(); i++) {
                if (redirects.get(i) == null || !redirects.get(i).isComplete()) {
                    throw InvalidFields.of("redirects.%d".formatted(i), "required");
                }
            }
            return redirects.stream().map(WantedRedirect::redirect).toList();
        }
    }

    /**
     * @param permanent true when it is absent
     */
    record WantedRedirect(@Nullable String from, @Nullable String to, @Nullable Boolean permanent) {

        private boolean isComplete() {
            return from != null && to != null;
        }

        private Redirect redirect() {
            return new Redirect(
                    String.valueOf(from), String.valueOf(to), permanent == null || permanent);
        }
    }
}
