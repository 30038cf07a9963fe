package io.jium.builder.menu;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.InvalidFields.InvalidField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a menu has to be. */
final class MenuRules {

    private static final int MOST = 100;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_URL = 1_000;
    private static final Pattern URL =
            Pattern.compile("(?i)(?:https?://[^/]|mailto:.|tel:.|/(?![/\\\\]))[^\\s<>\"\\\\]*|/");
    private static final Pattern ANCHOR = Pattern.compile("[^\\s#<>\"]{1,80}");

    private final Set<Long> pages;
    private final List<InvalidField> wrong = new ArrayList<>();
    private int count;

    private MenuRules(Set<Long> pages) {
        this.pages = pages;
    }

    /**
     * Refuses a menu with everything that is wrong about it.
     *
     * @param pages of the site
     */
    static void check(List<MenuEntry> entries, Set<Long> pages) {
        var rules = new MenuRules(pages);
        rules.check("entries", entries, false);
        if (rules.count > MOST) {
            throw InvalidFields.of("entries", "too_many", MOST);
        }
        if (!rules.wrong.isEmpty()) {
            throw new InvalidFields(rules.wrong);
        }
    }

    private void check(String path, List<MenuEntry> entries, boolean isBelow) {
        for (var i = 0; i < entries.size() && count <= MOST; i++) {
            count++;
            check(path + "." + i, entries.get(i), isBelow);
        }
    }

    private void check(String path, @Nullable MenuEntry entry, boolean isBelow) {
        if (entry == null) {
            refuse(path, "required");
            return;
        }
        var label = entry.label() == null ? "" : entry.label().strip();
        if (label.isEmpty() && entry.pageId() == null) {
            refuse(path + ".label", "required");
        }
        if (label.length() > LONGEST_LABEL) {
            refuse(path + ".label", "size", 0, LONGEST_LABEL);
        }
        if (!isText(label)) {
            refuse(path + ".label", "invalid");
        }
        checkTarget(path, entry);
        if (isBelow && !entry.lines().isEmpty()) {
            refuse(path + ".children", "too_deep");
        } else {
            check(path + ".children", entry.lines(), true);
        }
    }

    private void checkTarget(String path, MenuEntry entry) {
        var url = entry.url();
        if (url != null
                && (entry.pageId() != null
                        || url.length() > LONGEST_URL
                        || !isText(url)
                        || !URL.matcher(url).matches())) {
            refuse(path + ".url", "invalid");
        }
        var anchor = entry.anchor();
        if (anchor != null && (!isText(anchor) || !ANCHOR.matcher(anchor).matches())) {
            refuse(path + ".anchor", "invalid");
        }
        if (entry.pageId() != null && !pages.contains(entry.pageId())) {
            refuse(path + ".page_id", "unknown");
        }
    }

    /** Half a character can be sent, but not kept. */
    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void refuse(String field, String code, Object... arguments) {
        wrong.add(new InvalidField(field, code, List.of(arguments)));
    }
}
