package io.jium.builder.menu;

import io.jium.builder.site.SiteRegister;
import io.jium.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu of a site, for its owner; visitors see it when the site is published. */
@RestController
@RequestMapping("/builder/menus/{serviceId}")
class MenuController {

    private final SiteRegister sites;
    private final Menus menus;

    MenuController(SiteRegister sites, Menus menus) {
        this.sites = sites;
        this.menus = menus;
    }

    @GetMapping
    SiteMenu read(@PathVariable long serviceId, Caller caller) {
        return menu(sites.owned(serviceId, caller.userId()).serviceId());
    }

    @PutMapping
    SiteMenu replace(
            @PathVariable long serviceId, @Valid @RequestBody Wanted wanted, Caller caller) {
        menus.replace(serviceId, caller.userId(), wanted.entries);
        return menu(serviceId);
    }

    private SiteMenu menu(long serviceId) {
        return menus.made(serviceId)
                .map(entries -> new SiteMenu(entries, false))
                .orElseGet(() -> new SiteMenu(menus.automatic(serviceId), true));
    }

    record Wanted(@NotNull List<MenuEntry> entries) {}

    /**
     * @param automatic whether nobody made it, so that it lists the pages
     */
    record SiteMenu(List<MenuEntry> entries, boolean automatic) {}
}
