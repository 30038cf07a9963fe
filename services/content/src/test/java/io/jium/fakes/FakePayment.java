package io.jium.fakes;

import io.jium.contracts.payment.Services;
import io.jium.contracts.sync.UserSync;
import io.jium.platform.host.JiumService;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sites by rule: user {@code n} owns the sites {@code 100 n + 1} to {@code 100 n + 50}; {@code 100
 * n + 99} is not complete yet, all others do not exist.
 */
@JiumService(name = "payment", answers = UserSync.class)
public class FakePayment {

    @RestController
    @Anonymous
    static class Endpoint implements Services, UserSync {

        private final Map<Long, Integer> asked = new ConcurrentHashMap<>();
        private final Map<Long, User> users = new ConcurrentHashMap<>();

        @Override
        public Service service(long id) {
            asked.merge(id, 1, Integer::sum);
            var number = id % 100;
            if (id < 100 || number == 0 || (number > 50 && number != 99)) {
                throw new NotFound();
            }
            var status = number == 99 ? "provisioning" : "active";
            return new Service(id, id / 100, "Site", "site-" + id, null, status, "basic");
        }

        @Override
        public Deletion delete(long id) {
            throw new UnsupportedOperationException("The content service deletes no site");
        }

        @Override
        public Deletion deleteAllOf(long userId) {
            throw new UnsupportedOperationException("The content service deletes no site");
        }

        @Override
        public void sync(User user) {
            users.put(user.userId(), user);
        }

        @GetMapping("/payment/asked/{id}")
        int asked(@PathVariable long id) {
            return asked.getOrDefault(id, 0);
        }

        @GetMapping("/payment/users/{id}")
        User user(@PathVariable long id) {
            return users.getOrDefault(id, new User(id, "nobody", ""));
        }
    }
}
