package io.jium.builder.page;

import io.jium.builder.change.Change;
import io.jium.builder.change.Changing;
import io.jium.builder.change.PageDocument;
import io.jium.builder.project.ProjectParser;
import io.jium.platform.problem.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A page's project being edited.
 *
 * @param bytes of it as JSON, or a little more
 * @param sinceWhole how many events were kept since the last whole project
 */
record OpenPage(long version, PageDocument document, int bytes, int sinceWhole) {

    /** So that reading a page needs to repeat only so many events. */
    private static final int MOST_SINCE_WHOLE = 32;

    /** Answers what was really changed. Whoever gets an exception must not use this any more. */
    List<Change> change(List<Change> wanted, List<Change> others) {
        return Changing.change(document, wanted, others);
    }

    /** The same one version later. */
    OpenPage saved(long next, int added) {
        var isKeptWhole = sinceWhole >= MOST_SINCE_WHOLE;
        var size = bytes + added;
        if (isKeptWhole || size > ProjectParser.MAX_BYTES) {
            size = document.toBytes().length;
        }
        if (size > ProjectParser.MAX_BYTES) {
            throw new Refusal(HttpStatus.valueOf(422), "changes_refused")
                    .with("at", "body")
                    .with("why", "too_large");
        }
        return new OpenPage(next, document, size, isKeptWhole ? 0 : sinceWhole + 1);
    }

    /** Whether the whole project belongs to this version. */
    boolean isKeptWhole() {
        return sinceWhole == 0;
    }
}
