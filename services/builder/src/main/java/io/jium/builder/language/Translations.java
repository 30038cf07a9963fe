package io.jium.builder.language;

import io.jium.builder.language.SiteLanguages.Further;
import io.jium.builder.page.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which pages of one site say the same, each in its language. */
public final class Translations {

    private final SiteLanguages languages;
    private final Map<String, Page> bySlug = new HashMap<>();
    private final Map<Long, List<Page>> groups = new HashMap<>();

    private Translations(SiteLanguages languages) {
        this.languages = languages;
    }

    /**
     * @param pages all of the site
     */
    public static Translations among(List<Page> pages, SiteLanguages languages) {
        var translations = new Translations(languages);
        for (var page : pages) {
            translations.bySlug.put(page.slug(), page);
            var group = page.translationGroup();
            if (group != null) {
                translations.groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(page);
            }
        }
        return translations;
    }

    /** Of a page that stands alone in a language. */
    public static Translations none(String language) {
        return new Translations(new SiteLanguages(language, List.of()));
    }

    public SiteLanguages languages() {
        return languages;
    }

    /** The page in each language in which there is one, itself among them, the main one first. */
    public List<Page> of(Page page) {
        return languages.all().stream().flatMap(tag -> in(tag, page).stream()).toList();
    }

    /** The page in a language; itself in its own. */
    public Optional<Page> in(String tag, Page page) {
        if (page.language().equals(tag)) {
            return Optional.of(page);
        }
        var group = page.translationGroup();
        return group == null
                ? Optional.empty()
                : groups.getOrDefault(group, List.of()).stream()
                        .filter(other -> other.language().equals(tag))
                        .findFirst();
    }

    /** The translation of a page into the language of another; null where there is none. */
    public @Nullable Page in(Page reader, long id) {
        return bySlug.values().stream()
                .filter(page -> page.id() == id)
                .findFirst()
                .flatMap(page -> in(reader.language(), page))
                .orElse(null);
    }

    /** Where visitors of a page can go to read on in another language. */
    public List<Choice> choices(Page page) {
        var choices = new ArrayList<Choice>();
        for (var tag : languages.all()) {
            in(tag, page)
                    .or(() -> Optional.ofNullable(bySlug.get(languages.address(tag, Page.HOME))))
                    .ifPresent(to -> choices.add(new Choice(tag, to.path(), to.id() == page.id())));
        }
        return choices;
    }

    /**
     * @param path of the page in that language, or of its home page
     */
    public record Choice(String language, String path, boolean isCurrent) {}

    /**
     * Where a link of a page leads: to the translation into the page's own language, where there is
     * one.
     *
     * @param slug that it names
     */
    public String path(String slug, Page from) {
        var known = known(slug);
        if (known == null) {
            return Page.path(slug);
        }
        return in(from.language(), known).orElse(known).path();
    }

    private @Nullable Page known(String slug) {
        var read = Normalizer.normalize(decoded(slug), Normalizer.Form.NFC);
        var page = bySlug.get(read);
        // /en is where /en/ is.
        return page == null ? bySlug.get(read + "/" + Page.HOME) : page;
    }

    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return slug;
        }
    }

    /** What is said of the site in the language of a page; empty in the main one. */
    public Optional<Further> texts(Page page) {
        return languages.find(page.language());
    }

    public boolean isMain(Page page) {
        return page.language().equals(languages.main());
    }
}
