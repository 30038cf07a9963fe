package io.jium.fakes;

import io.jium.contracts.auth.Users;
import io.jium.contracts.notification.Messages;
import io.jium.platform.host.JiumService;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.security.Anonymous;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps messages in memory, the same id once, and can be told to fail. */
@JiumService(name = "notification", needs = Users.class)
public class FakeNotification {

    @RestController
    @Anonymous
    static class Endpoint implements Messages {

        private final Map<String, Message> kept = new LinkedHashMap<>();
        private final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public synchronized void send(Message message) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("called inside a transaction");
            }
            if (broken.get()) {
                throw new Unavailable("mail", new IOException("broken"));
            }
            kept.putIfAbsent(message.id(), message);
        }

        @GetMapping("/notification/mailbox")
        synchronized List<Message> mailbox() {
            return List.copyOf(kept.values());
        }

        @PutMapping("/notification/broken")
        void broken(@RequestBody boolean value) {
            broken.set(value);
        }
    }
}
