package io.jium.notification;

import io.jium.contracts.notification.Messages;
import org.springframework.web.bind.annotation.RestController;

/** What other services call. */
@RestController
class MessagesEndpoint implements Messages {

    private final Outbox outbox;

    MessagesEndpoint(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void send(Message message) {
        outbox.keep(message);
    }
}
