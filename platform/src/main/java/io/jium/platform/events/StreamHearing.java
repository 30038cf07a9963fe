package io.jium.platform.events;

import io.jium.platform.redis.Redis;
import io.jium.platform.redis.Redis.Link;
import io.jium.platform.redis.RedisAway;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears one teller from its stream, as one of the consumers of the hearing service's group. Redis
 * shares the events out among the processes of a service; whoever gets some that do not follow on
 * what has been heard hears those before them, too. So the position in the database decides, and
 * the group only saves that all hear everything.
 */
final class StreamHearing implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamHearing.class);
    private static final int BATCH = 200;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration ABANDONED = Duration.ofSeconds(30);

    private final Redis redis;
    private final TellerStream stream;
    private final String teller;
    private final Consumer<String> me;
    private final Hearing hearing;
    private final Outboxes outboxes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean reported;
    private long claimedAt = System.nanoTime();

    /**
     * @param me the hearing service and this process
     */
    StreamHearing(
            Redis redis,
            TellerStream stream,
            String teller,
            Consumer<String> me,
            Hearing hearing,
            Outboxes outboxes) {
        this.redis = redis;
        this.stream = stream;
        this.teller = teller;
        this.me = me;
        this.hearing = hearing;
        this.outboxes = outboxes;
    }

    /** Not by an interrupt: one that meets H2 at its file closes the file under everybody. */
    void stop() {
        stopped.countDown();
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    @Override
    public void run() {
        try {
            do {
                listen();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            LOG.debug("{} is no longer heard", stream.key(), interrupted);
        }
    }

    private void listen() {
        try (var link = redis.open()) {
            join(link);
            claim(link);
            // First what this process was given before it failed.
            var from = "0";
            while (running()) {
                var given = read(link, from);
                if (!given.isEmpty()) {
                    hear(link, given);
                } else {
                    from = ">";
                }
                reported = false;
                claimAbandoned(link);
            }
            link.await(link.commands().xgroupDelconsumer(stream.key(), me), LONGEST);
        } catch (RuntimeException | Error failed) {
            if (running() && !reported) {
                LOG.warn("{} is not heard for the moment: {}", stream.key(), failed.toString());
                reported = true;
            }
        }
    }

    private void join(Link link) {
        try {
            var group =
                    link.commands()
                            .xgroupCreate(
                                    StreamOffset.from(stream.key(), "0"),
                                    me.getGroup(),
                                    XGroupCreateArgs.Builder.mkstream());
            link.await(group, LONGEST);
        } catch (RedisAway refused) {
            if (!(refused.getCause() instanceof RedisBusyException)) {
                throw refused;
            }
        }
    }

    @SuppressWarnings("unchecked") // An array of one, by Lettuce's signature.
    private List<StreamMessage<String, String>> read(Link link, String from) {
        return link.await(
                link.commands()
                        .xreadgroup(
                                me,
                                XReadArgs.Builder.block(WAIT).count(BATCH),
                                StreamOffset.from(stream.key(), from)),
                LONGEST);
    }

    private void hear(Link link, List<StreamMessage<String, String>> given) {
        var events =
                given.stream()
                        // Trimmed before it was heard: the teller has it still.
                        .filter(entry -> entry.getBody() != null && !entry.getBody().isEmpty())
                        .map(stream::event)
                        .toList();
        if (!events.isEmpty()) {
            hearUpTo(events.getLast().seq(), hearing.hear(teller, events));
        }
        var ids = given.stream().map(StreamMessage::getId).toArray(String[]::new);
        link.await(link.commands().xack(stream.key(), me.getGroup(), ids), LONGEST);
    }

    private void hearUpTo(long wanted, long heard) {
        while (heard < wanted && running()) {
            var missing = stream.between(heard + 1, wanted, BATCH);
            if (missing.isEmpty() || missing.getFirst().seq() != heard + 1) {
                missing = outboxes.told(teller, heard, BATCH);
            }
            var now = hearing.hear(teller, missing);
            if (now == heard) {
                throw new IllegalStateException(
                        "%s has no event after %d".formatted(teller, heard));
            }
            heard = now;
        }
        if (heard < wanted) {
            // Not to be acknowledged: nothing else would bring it again.
            throw new IllegalStateException("Stopped before %s %d".formatted(teller, wanted));
        }
    }

    private void claimAbandoned(Link link) {
        if (System.nanoTime() - claimedAt > ABANDONED.toNanos()) {
            claim(link);
        }
    }

    /** What was given to a process that died. */
    private void claim(Link link) {
        claimedAt = System.nanoTime();
        var from = "0-0";
        do {
            var claim = XAutoClaimArgs.Builder.<String>xautoclaim(me, ABANDONED, from).count(BATCH);
            var claimed = link.await(link.commands().xautoclaim(stream.key(), claim), LONGEST);
            if (!claimed.getMessages().isEmpty()) {
                hear(link, claimed.getMessages());
            }
            from = claimed.getId();
        } while (running() && !from.equals("0-0"));
    }
}
