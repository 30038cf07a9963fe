package io.jium.builder.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects warnings, equal ones once, and bounded in number. */
final class Warnings {

    private static final int MAX = 500;

    private final Set<ImportWarning> found = new LinkedHashSet<>();
    private final Map<ImportWarning, Integer> counted = new LinkedHashMap<>();
    private int beyond;

    void add(String code, String detail, @Nullable String file) {
        var warning = new ImportWarning(code, detail, file);
        if (found.contains(warning)) {
            return;
        }
        if (found.size() >= MAX) {
            beyond++;
        } else {
            found.add(warning);
        }
    }

    /** For what concerns the whole site: told where it was first met. */
    void once(String code, String detail, String file) {
        boolean told =
                found.stream()
                        .anyMatch(warning ->
                                warning.code().equals(code) && warning.detail().equals(detail));
        if (!told) {
            add(code, detail, file);
        }
    }

    /** For what can occur many times in a file: told once, with the number. */
    void count(String code, String file) {
        counted.merge(new ImportWarning(code, "", file), 1, Integer::sum);
    }

    List<ImportWarning> list() {
        var all = new ArrayList<>(found);
        counted.forEach((warning, times) ->
                all.add(new ImportWarning(warning.code(), String.valueOf(times), warning.file())));
        if (beyond > 0) {
            all.add(new ImportWarning("more_warnings", String.valueOf(beyond), null));
        }
        return List.copyOf(all);
    }
}
