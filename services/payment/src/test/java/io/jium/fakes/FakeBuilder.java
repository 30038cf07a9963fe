package io.jium.fakes;

import io.jium.contracts.builder.Sites;
import io.jium.platform.host.JiumService;
import io.jium.platform.problem.NotFound;
import org.springframework.web.bind.annotation.RestController;

/** Lays sites out and removes them. */
@JiumService(name = "builder")
public class FakeBuilder {

    @RestController
    static class Endpoint implements Sites {

        @Override
        public void layOut(long serviceId, Layout layout) {
            Elsewhere.make("pages", "pages of " + serviceId);
        }

        @Override
        public void remove(long serviceId) {
            Elsewhere.remove("undo pages", "pages of " + serviceId);
        }

        @Override
        public RenderedSite rendered(long serviceId, String baseUrl) {
            throw new NotFound();
        }

        @Override
        public void published(long serviceId, Published published) {
            throw new NotFound();
        }
    }
}
