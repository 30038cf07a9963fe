package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import io.jium.platform.host.PublicAddress;
import org.springframework.stereotype.Component;

/** Where a site is to be found: its own domain, else below the sites domain. */
@Component
class SiteAddresses {

    private final PublicAddress address;

    SiteAddresses(PublicAddress address) {
        this.address = address;
    }

    String of(Site site) {
        return site.domain() == null ? address.site(site.slug()) : "https://" + site.domain();
    }
}
