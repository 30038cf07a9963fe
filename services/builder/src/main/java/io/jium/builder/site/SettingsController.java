package io.jium.builder.site;

import io.jium.builder.site.SiteSettings.Settings;
import io.jium.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settings of a site, for its owner. */
@RestController
@RequestMapping("/builder/settings/{serviceId}")
class SettingsController {

    private final SiteRegister sites;
    private final SiteSettings settings;

    SettingsController(SiteRegister sites, SiteSettings settings) {
        this.sites = sites;
        this.settings = settings;
    }

    @GetMapping
    Settings read(@PathVariable long serviceId, Caller caller) {
        return settings.of(sites.owned(serviceId, caller.userId()).serviceId());
    }

    @PutMapping
    Settings replace(@PathVariable long serviceId, @RequestBody Settings wanted, Caller caller) {
        var site = sites.owned(serviceId, caller.userId());
        return settings.replace(site.serviceId(), wanted.checked());
    }
}
