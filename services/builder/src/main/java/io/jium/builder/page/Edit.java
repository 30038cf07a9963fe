package io.jium.builder.page;

import io.jium.builder.change.Change;
import java.util.List;

/**
 * What an editor sends to be saved.
 *
 * @param id its own name for it, the same when it is sent again
 * @param editor which one it is: a window of a browser
 */
public record Edit(String id, String editor, List<Change> changes) {}
