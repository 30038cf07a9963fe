package io.jium.builder.language;

import io.jium.builder.page.PageSlug;
import io.jium.platform.problem.InvalidFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which languages a site speaks.
 *
 * @param main the one of the pages whose addresses begin with none
 * @param further in the order in which visitors are offered them
 */
public record SiteLanguages(String main, List<Further> further) {

    /**
     * @param seoTitle how the site is called in it; null as everywhere
     * @param seoDescription what search results say of the site in it
     */
    public record Further(
            String language, @Nullable String seoTitle, @Nullable String seoDescription) {}

    /** Their tags, the main one first. */
    public List<String> all() {
        return Stream.concat(Stream.of(main), further.stream().map(Further::language)).toList();
    }

    /** A language of this site as its tag is written. Refuses others with 422. */
    public String known(String field, String tag) {
        return all().stream()
                .filter(tag::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> InvalidFields.of(field, "language_unknown"));
    }

    /** A further language by its tag. */
    Optional<Further> find(String tag) {
        return further.stream().filter(one -> one.language.equals(tag)).findFirst();
    }

    /** What pages of the main language cannot have as their addresses: others' begin with them. */
    public List<String> prefixes() {
        return further.stream().map(one -> prefix(one.language)).toList();
    }

    private static String prefix(String tag) {
        return Language.of(tag).orElseThrow().prefix();
    }

    /** The address of a page that a person chose. Refuses with 422 what cannot be one. */
    public String checkedAddress(String tag, String slug) {
        var checked = PageSlug.checked(slug);
        if (tag.equals(main) && prefixes().contains(checked)) {
            throw InvalidFields.of("slug", "reserved");
        }
        return address(tag, checked);
    }

    /**
     * The address of a page.
     *
     * @param tag one of this site's languages
     */
    public String address(String tag, String slug) {
        return tag.equals(main) ? slug : prefix(tag) + "/" + slug;
    }
}
