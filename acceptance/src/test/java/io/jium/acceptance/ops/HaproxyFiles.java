package io.jium.acceptance.ops;

import io.jium.acceptance.reference.Generated;
import java.util.List;

/** What HAProxy has to know of the parts. */
final class HaproxyFiles {

    private HaproxyFiles() {}

    static List<Generated> all() {
        return List.of(
                new Generated(
                        "ops/haproxy/api.lst",
                        "# First segments of the API's addresses.\n# %s\n%s\n"
                                .formatted(OpsFiles.MADE, Deployment.names("\n"))));
    }
}
