package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes sites whose time in the trash is over. */
@Component
class EmptyingTrash {

    private final OwnedSites owned;
    private final DeletingSites deleting;

    EmptyingTrash(OwnedSites owned, DeletingSites deleting) {
        this.owned = owned;
        this.deleting = deleting;
    }

    List<Site> due() {
        return owned.overdue();
    }

    /** Begins to delete one of them, unless it was brought back or another process came first. */
    @Transactional
    public void expire(Site site) {
        if (owned.expire(site.id())) {
            deleting.begin(site);
        }
    }
}
