package io.jium.builder.change;

import io.jium.builder.change.Change.Insert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Makes changes, all or none. */
public final class Changing {

    private Changing() {}

    /**
     * Changes the page and answers what was really done: what was harmless, and is not there
     * already. When this throws, the page is half changed and must be read anew.
     *
     * @param others what others changed since the writer looked; the page has it already
     * @throws Collided when a change is of what others changed
     */
    public static List<Change> change(PageDocument page, List<Change> wanted, List<Change> others) {
        var touched = new Touched(others);
        var reviewing = new Reviewing(page);
        var collisions = new ArrayList<Collision>();
        var made = new ArrayList<Change>();
        var lost = new HashSet<String>();
        for (var change : wanted) {
            if (lost.contains(change.at())) {
                continue;
            }
            var collision = touched.collision(page, change);
            if (collision.isPresent()) {
                collisions.add(collision.get());
                if (change instanceof Insert insert) {
                    PageDocument.names(insert.part(), lost);
                }
            } else {
                for (var reviewed : reviewing.review(change)) {
                    made.add(page.apply(reviewed));
                }
            }
        }
        if (!collisions.isEmpty()) {
            throw new Collided(collisions);
        }
        return made;
    }
}
