package io.jium.builder.page;

import io.jium.builder.page.Pages.Saved;
import java.util.List;
import org.springframework.stereotype.Component;

/** Saves what editors change. Thread-safe. */
@Component
public class ChangingPages {

    private final Pages pages;
    private final OpenPages open;

    ChangingPages(Pages pages, OpenPages open) {
        this.pages = pages;
        this.open = open;
    }

    /**
     * What was saved, and what else happened since the version on which the changes were made.
     *
     * @throws Pages.StaleVersion when the whole project was replaced since
     * @throws io.jium.builder.change.Collided when others changed the same
     */
    public Changed change(long id, long ownerId, long seen, Edit edit) {
        var saved = pages.change(id, ownerId, seen, edit, open);
        remember(saved);
        return new Changed(saved.page(), saved.since());
    }

    /** Only now: what is not committed must not be gone on with. */
    private void remember(Saved saved) {
        if (saved.open() != null) {
            open.putBack(saved.page().id(), saved.open());
        }
    }

    public record Changed(Page page, List<PageEvent> since) {}
}
