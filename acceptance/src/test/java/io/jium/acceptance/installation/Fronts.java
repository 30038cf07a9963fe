package io.jium.acceptance.installation;

import io.jium.Jium;
import io.jium.gateway.Console;
import io.jium.platform.host.Front;
import java.util.List;

/** What stands before the services; without the console where the build has left that out. */
final class Fronts {

    private Fronts() {}

    static List<Front> built() {
        var console = Fronts.class.getResource("/console/index.html") != null;
        return Jium.FRONTS.stream()
                .filter(front -> console || !(front instanceof Console))
                .toList();
    }
}
