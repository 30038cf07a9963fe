package io.jium.builder.menu;

import io.jium.builder.menu.Menu.Line;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Menus of sites. One that nobody made lists the pages. */
@Repository
public class Menus {

    private static final TypeReference<List<MenuEntry>> ENTRIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Pages pages;
    private final SiteRegister sites;
    private final SiteSettings settings;
    private final JsonMapper json;

    Menus(
            JdbcClient jdbc,
            Pages pages,
            SiteRegister sites,
            SiteSettings settings,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.sites = sites;
        this.settings = settings;
        this.json = json;
    }

    /** The lines that the owner made; empty when there are none. */
    Optional<List<MenuEntry>> made(long serviceId) {
        return jdbc.sql("select entries from site_menus where service_id = ?")
                .param(serviceId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text.getBytes(StandardCharsets.UTF_8), ENTRIES));
    }

    /** The lines that stand for those that nobody made. */
    List<MenuEntry> automatic(long serviceId) {
        var notFound = settings.of(serviceId).notFoundPageId();
        return pages.all(serviceId).stream()
                .filter(page -> !Objects.equals(page.id(), notFound))
                // Where it is printed in another language, their translations stand for them.
                .filter(page -> page.slug().equals(page.name()))
                .map(page -> MenuEntry.page(page.id()))
                .toList();
    }

    /** Replaces the menu of an owner's site; without lines it lists the pages again. */
    @Transactional
    public void replace(long serviceId, long ownerId, List<MenuEntry> entries) {
        sites.hold(serviceId, ownerId);
        MenuRules.check(entries, new HashSet<>(byId(serviceId).keySet()));
        remove(serviceId);
        if (!entries.isEmpty()) {
            keep(serviceId, entries);
        }
    }

    private void keep(long serviceId, List<MenuEntry> entries) {
        jdbc.sql("insert into site_menus (service_id, entries) values (?, ?)")
                .params(serviceId, json.writeValueAsBytes(entries))
                .update();
    }

    /**
     * Gives a new site the menu of another.
     *
     * @param copies of the pages, by the page they were made of
     */
    public void copy(long from, long to, Map<Long, Long> copies) {
        made(from)
                .ifPresent(lines ->
                        keep(to, lines.stream().map(line -> line.withPages(copies)).toList()));
    }

    /** That of a site that is removed. */
    public void remove(long serviceId) {
        jdbc.sql("delete from site_menus where service_id = ?").param(serviceId).update();
    }

    /** The menu as it is printed, read once and only when somebody asks. Not thread-safe. */
    public Supplier<Menu> printed(long serviceId) {
        return new Supplier<>() {
            private @Nullable Menu known;

            @Override
            public Menu get() {
                if (known == null) {
                    known = read(serviceId);
                }
                return known;
            }
        };
    }

    private Menu read(long serviceId) {
        var entries = made(serviceId).orElseGet(() -> automatic(serviceId));
        return new Menu(lines(entries, byId(serviceId)));
    }

    private Map<Long, Page> byId(long serviceId) {
        var byId = new LinkedHashMap<Long, Page>();
        pages.all(serviceId).forEach(page -> byId.put(page.id(), page));
        return byId;
    }

    /** Without those whose page is deleted, unless something stands below them. */
    private static List<Line> lines(List<MenuEntry> entries, Map<Long, Page> pages) {
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            var page = entry.pageId() == null ? null : pages.get(entry.pageId());
            var below = lines(entry.lines(), pages);
            var label = label(entry, page);
            var href = href(entry, page);
            if (!label.isEmpty() && (href != null || !below.isEmpty())) {
                lines.add(new Line(label, entry.pageId(), href, entry.opensTab(), below));
            }
        }
        return lines;
    }

    private static String label(MenuEntry entry, @Nullable Page page) {
        var own = entry.label() == null ? "" : entry.label().strip();
        return own.isEmpty() && page != null ? page.title() : own;
    }

    private static @Nullable String href(MenuEntry entry, @Nullable Page page) {
        if (entry.url() != null) {
            return entry.url();
        }
        var anchor = entry.anchor() == null ? "" : "#" + entry.anchor();
        if (entry.pageId() == null) {
            return anchor.isEmpty() ? null : anchor;
        }
        if (page == null) {
            return null;
        }
        return page.path() + anchor;
    }
}
