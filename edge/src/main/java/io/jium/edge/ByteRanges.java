package io.jium.edge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;
import org.jspecify.annotations.Nullable;

/** What a Range header asks of a body of known length. */
sealed interface ByteRanges {

    /**
     * The header is no range of bytes, or asks for more parts than it is worth: send everything.
     */
    record Everything() implements ByteRanges {}

    /** Nothing of what is asked for exists. */
    record Nothing() implements ByteRanges {}

    /** At least one range; they are in the order asked for and together no longer than the body. */
    record Parts(List<ByteRange> ranges) implements ByteRanges {}

    int MOST_PARTS = 16;
    String UNIT = "bytes=";

    static ByteRanges parse(List<String> lines, long length) {
        // A second Range line is malformed; so is any unit but bytes, for us.
        if (lines.size() != 1 || !lines.getFirst().regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return new Everything();
        }
        var members = lines.getFirst().substring(UNIT.length()).split(",", -1);
        var ranges = new ArrayList<ByteRange>();
        long total = 0;
        for (var member : members) {
            var range = range(member.strip(), length);
            if (range == null || members.length > MOST_PARTS) {
                return new Everything();
            }
            if (range.first() <= range.last()) {
                ranges.add(range);
                total += range.getLength();
            }
        }
        if (ranges.isEmpty()) {
            return new Nothing();
        }
        // Overlapping ranges can ask for the same bytes many times over.
        return total > length ? new Everything() : new Parts(List.copyOf(ranges));
    }

    /** Null when malformed; first after last when there are no such bytes. */
    private static @Nullable ByteRange range(String spec, long length) {
        int dash = spec.indexOf('-');
        if (dash < 0) {
            return null;
        }
        long first = number(spec.substring(0, dash));
        long last = number(spec.substring(dash + 1));
        if (dash == 0) {
            return last < 0 ? null : new ByteRange(Math.max(0, length - last), length - 1);
        }
        boolean open = dash == spec.length() - 1;
        if (first < 0 || (!open && last < first)) {
            return null;
        }
        return new ByteRange(first, open ? length - 1 : Math.min(last, length - 1));
    }

    /** -1 when it is no number of at most 18 digits. */
    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() > 18) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits);
    }
}
