package io.jium.builder.menu;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a site's menu: a page, a place on a page, an address elsewhere, or only a heading.
 *
 * @param label null or blank for the page's own title
 * @param anchor the id of a part: of that page, or of the one that is being looked at
 * @param url a path, or an address with http, https, mailto or tel
 * @param newTab absent for no
 * @param children of a line that is none itself
 */
record MenuEntry(
        @Nullable String label,
        @Nullable Long pageId,
        @Nullable String anchor,
        @Nullable String url,
        @Nullable Boolean newTab,
        @Nullable List<MenuEntry> children) {

    static MenuEntry page(long pageId) {
        return new MenuEntry(null, pageId, null, null, false, List.of());
    }

    boolean opensTab() {
        return Boolean.TRUE.equals(newTab);
    }

    List<MenuEntry> lines() {
        return Objects.requireNonNullElse(children, List.of());
    }

    /** The same with the pages of another site. */
    MenuEntry withPages(Map<Long, Long> pages) {
        return new MenuEntry(
                label,
                pageId == null ? null : pages.getOrDefault(pageId, pageId),
                anchor,
                url,
                newTab,
                lines().stream().map(child -> child.withPages(pages)).toList());
    }
}
