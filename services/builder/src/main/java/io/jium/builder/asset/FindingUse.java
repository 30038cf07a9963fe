package io.jium.builder.asset;

import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.Pages;
import io.jium.builder.site.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds where a site uses a file. It reads all pages, so it is asked for one file at a time. */
@Component
class FindingUse {

    private final Pages pages;
    private final PageEvents history;
    private final SiteSettings settings;

    FindingUse(Pages pages, PageEvents history, SiteSettings settings) {
        this.pages = pages;
        this.history = history;
        this.settings = settings;
    }

    /**
     * @param inSettings whether it is the site's icon, or its own code names it
     */
    record Use(List<UsingPage> pages, boolean inSettings) {

        boolean isAny() {
            return inSettings || !pages.isEmpty();
        }
    }

    record UsingPage(long id, String title, String slug) {}

    Use of(Asset asset) {
        var address = "/builder/files/" + asset.sha256() + "/";
        var using = new ArrayList<UsingPage>();
        for (var page : pages.all(asset.serviceId())) {
            if (uses(page, address)) {
                using.add(new UsingPage(page.id(), page.title(), page.slug()));
            }
        }
        return new Use(using, settings.of(asset.serviceId()).toString().contains(address));
    }

    private boolean uses(Page page, String address) {
        return Objects.requireNonNullElse(page.head(), "").contains(address)
                || new String(
                                history.project(page.id(), page.version()).json(),
                                StandardCharsets.UTF_8)
                        .contains(address);
    }
}
