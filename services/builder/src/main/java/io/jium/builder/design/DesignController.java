package io.jium.builder.design;

import io.jium.builder.site.SiteRegister;
import io.jium.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Colours and typefaces of a site, for its owner. */
@RestController
@RequestMapping("/builder/design/{serviceId}")
class DesignController {

    private final SiteRegister sites;
    private final SiteDesign design;

    DesignController(SiteRegister sites, SiteDesign design) {
        this.sites = sites;
        this.design = design;
    }

    @GetMapping
    View read(@PathVariable long serviceId, Caller caller) {
        return new View(design.of(sites.owned(serviceId, caller.userId()).serviceId()));
    }

    /** Changes what is named; others' changes of other values stay. */
    @PatchMapping
    View change(@PathVariable long serviceId, @Valid @RequestBody Change change, Caller caller) {
        var site = sites.owned(serviceId, caller.userId());
        design.change(site.serviceId(), change.values);
        return new View(design.of(site.serviceId()));
    }

    record View(List<DesignValue> values) {}

    /**
     * @param values by name; null for what its style sheet says
     */
    record Change(@NotNull @Size(max = 60) Map<String, @Nullable String> values) {}
}
