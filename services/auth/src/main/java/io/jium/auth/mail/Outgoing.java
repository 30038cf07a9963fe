package io.jium.auth.mail;

import io.jium.auth.mail.PendingMessages.Pending;
import io.jium.contracts.notification.Messages;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Messages on their way out. {@link #add} keeps one in the database, as part of the caller's
 * transaction; it is sent after that, until the notification service has accepted it. Being killed
 * in between loses nothing.
 */
@Component
public class Outgoing implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final PendingMessages pending;
    private final Linking linking;
    private final Messages messages;
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("auth-mail").factory());
    private final AtomicBoolean asked = new AtomicBoolean();

    Outgoing(PendingMessages pending, Linking linking, Messages messages) {
        this.pending = pending;
        this.linking = linking;
        this.messages = messages;
    }

    /**
     * Keeps a message to the address; if no account has it, nothing will be sent. {@link #wake}
     * follows the commit.
     */
    public void add(Purpose purpose, String email) {
        pending.add(purpose, email);
    }

    /** Does not send what is kept for the address; part of a transaction. */
    public void forget(String email) {
        pending.forget(email);
    }

    /** Sends what is due, soon and not in the caller's time. */
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                sender.execute(this::sendDue);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Messages are sent after the next start", stopping);
            }
        }
    }

    private void sendDue() {
        asked.set(false);
        try {
            var due = pending.due();
            while (!due.isEmpty()) {
                for (var message : due) {
                    if (pending.take(message)) {
                        send(message);
                    }
                }
                due = pending.due();
            }
        } catch (RuntimeException failed) {
            // The next sweep goes on: what was taken is due again after its pause.
            LOG.warn("A message could not be sent yet: {}", failed.toString());
        }
    }

    private void send(Pending row) {
        linking.message(row).ifPresent(messages::send);
        pending.done(row.id());
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
        sender.close();
    }
}
