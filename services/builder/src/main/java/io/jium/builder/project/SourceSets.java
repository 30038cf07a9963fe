package io.jium.builder.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Takes a {@code srcset} apart: addresses, each with an optional width or density, separated by
 * commas.
 */
public final class SourceSets {

    private SourceSets() {}

    public static List<String> addresses(String set) {
        var addresses = new ArrayList<String>();
        map(
                set,
                address -> {
                    addresses.add(address);
                    return address;
                });
        return addresses;
    }

    /** The set with each address changed. */
    public static String map(String set, UnaryOperator<String> change) {
        var out = new StringBuilder(set.length());
        int at = 0;
        while (at < set.length()) {
            int start = at;
            while (start < set.length()
                    && (isBlank(set.charAt(start)) || set.charAt(start) == ',')) {
                start++;
            }
            int end = start;
            while (end < set.length() && !isBlank(set.charAt(end))) {
                end++;
            }
            // A comma at the end of the address belongs to the list.
            int addressEnd = end;
            while (addressEnd > start && set.charAt(addressEnd - 1) == ',') {
                addressEnd--;
            }
            if (addressEnd > start) {
                out.append(out.isEmpty() ? "" : ", ")
                        .append(change.apply(set.substring(start, addressEnd)));
            }
            int comma = addressEnd < end ? end : set.indexOf(',', end);
            int next = comma < 0 ? set.length() : comma;
            var descriptor = set.substring(Math.min(end, next), next).strip();
            if (!descriptor.isEmpty()) {
                out.append(' ').append(descriptor);
            }
            at = next;
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
