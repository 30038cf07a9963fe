package io.jium.fakes;

import io.jium.contracts.deploy.Hosting;
import io.jium.platform.host.JiumService;
import org.springframework.web.bind.annotation.RestController;

/** Makes room for sites and takes them down. */
@JiumService(name = "deploy")
public class FakeDeploy {

    @RestController
    static class Endpoint implements Hosting {

        @Override
        public void host(long serviceId, Room room) {
            Elsewhere.make("room", "room of " + serviceId);
        }

        @Override
        public void remove(long serviceId) {
            Elsewhere.remove("undo room", "room of " + serviceId);
        }
    }
}
