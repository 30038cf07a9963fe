package io.jium.builder.render;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The order in which the editor prints at-rules: by the first number in them, small first when both
 * compared are min-width, else large first, and those without a number before all others. That is
 * no order in the mathematical sense, so it is reached the way the editor's sort reaches it: by
 * binary insertion.
 */
public final class MediaOrder {

    /** The editor's sort goes another way from here on, which is not followed. */
    public static final int MOST = 63;

    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

    private MediaOrder() {}

    /** Sorts the list itself and answers it. */
    public static List<String> sorted(List<String> atRules) {
        int run = run(atRules);
        for (int index = run; index < atRules.size(); index++) {
            var pivot = atRules.get(index);
            int left = 0;
            int right = index;
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (compare(pivot, atRules.get(middle)) < 0) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            atRules.remove(index);
            atRules.add(left, pivot);
        }
        return atRules;
    }

    /**
     * How many at the start are in order; when they run strictly backwards they are turned around.
     */
    private static int run(List<String> atRules) {
        if (atRules.size() < 2) {
            return atRules.size();
        }
        boolean descending = compare(atRules.get(1), atRules.get(0)) < 0;
        int length = 2;
        while (length < atRules.size()
                && compare(atRules.get(length), atRules.get(length - 1)) < 0 == descending) {
            length++;
        }
        if (descending) {
            Collections.reverse(atRules.subList(0, length));
        }
        return length;
    }

    private static int compare(String a, String b) {
        boolean smallFirst = a.contains("min-width") && b.contains("min-width");
        return smallFirst
                ? Double.compare(number(a), number(b))
                : Double.compare(number(b), number(a));
    }

    private static double number(String atRule) {
        var matcher = NUMBER.matcher(atRule);
        return matcher.find() ? Double.parseDouble(matcher.group()) : Double.MAX_VALUE;
    }
}
