package io.jium.builder.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which versions of a page stay: all of the last day; of the last month the last one of each hour;
 * before that the last one of each day, and after a year of each month. The first, the newest, the
 * published one and those with a name always stay.
 */
final class Thinning {

    private static final Duration ALL = Duration.ofDays(1);
    private static final Duration HOURLY = Duration.ofDays(30);
    private static final Duration DAILY = Duration.ofDays(365);

    private Thinning() {}

    record Candidate(long version, Instant savedAt, boolean isNamed) {}

    /**
     * @param versions all of a page, in their order
     * @param published 0 when the page is not public
     */
    static Set<Long> kept(List<Candidate> versions, long published, Instant now) {
        var kept = new HashSet<Long>();
        for (var at = 0; at < versions.size(); at++) {
            var version = versions.get(at);
            var isEnd = at == 0 || at == versions.size() - 1;
            if (isEnd
                    || version.isNamed()
                    || version.version() == published
                    || isLastOfItsTime(version.savedAt(), versions.get(at + 1).savedAt(), now)) {
                kept.add(version.version());
            }
        }
        return kept;
    }

    private static boolean isLastOfItsTime(Instant saved, Instant next, Instant now) {
        var age = Duration.between(saved, now);
        if (age.compareTo(ALL) < 0) {
            return true;
        }
        if (age.compareTo(HOURLY) < 0) {
            return !saved.truncatedTo(ChronoUnit.HOURS).equals(next.truncatedTo(ChronoUnit.HOURS));
        }
        if (age.compareTo(DAILY) < 0) {
            return !saved.truncatedTo(ChronoUnit.DAYS).equals(next.truncatedTo(ChronoUnit.DAYS));
        }
        return !month(saved).equals(month(next));
    }

    private static Instant month(Instant time) {
        return time.atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }
}
