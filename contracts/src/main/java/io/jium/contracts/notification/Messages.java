package io.jium.contracts.notification;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Mail to people. */
public interface Messages {

    /**
     * Accepts a message for delivery; it is stored before this returns. The same {@code id} twice
     * is one message.
     */
    @PostExchange("/api/messages")
    void send(@RequestBody Message message);

    /**
     * @param id chosen by the sender, unique
     * @param link what the reader is to follow, when there is one
     */
    record Message(String id, String to, String subject, String text, @Nullable String link) {}
}
