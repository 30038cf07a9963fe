package io.jium.fakes;

import io.jium.contracts.auth.Users;
import io.jium.contracts.payment.Services;
import io.jium.platform.events.auth.AuthService;
import io.jium.platform.host.JiumService;
import io.jium.platform.problem.NotFound;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/** Makes users at others' order, and takes them back. */
@JiumService(name = "auth", needs = Services.class)
@Import(AuthService.class)
public class FakeAuth {

    @RestController
    static class Endpoint implements Users {

        @Override
        public User user(long id) {
            throw new NotFound();
        }

        @Override
        public User create(NewUser user) {
            Elsewhere.make("user", user.order());
            return new User(77, user.name(), user.email(), "user", "active", user.locale());
        }

        @Override
        public Deletion cancel(String order) {
            Elsewhere.remove("undo user", order);
            return new Deletion(true);
        }

        @Override
        public Deletion delete(long id) {
            throw new NotFound();
        }
    }
}
