package io.jium.builder.document;

import io.jium.builder.language.Language;
import io.jium.builder.page.Page;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The links among the pages of a site, where its pages are shown at other addresses. */
public final class SiteLinks {

    /**
     * {@code /}, {@code /menu}, {@code /en/menu}, {@code menu.html#top}; not {@code #top} alone,
     * nor other hosts.
     */
    private static final Pattern TO_A_PAGE =
            Pattern.compile(
                    "(?:/(?:(?<language>[a-zA-Z]{2,3}(?:-[a-zA-Z]{2})?)/)?(?<root>[^/?#.:]{0,80})"
                            + "|(?<beside>[^/?#.:]{1,80}))(?:\\.html)?(?<rest>[?#].*)?");

    private SiteLinks() {}

    /**
     * A change of addresses.
     *
     * @param shown where the page of a slug is shown; without query and fragment
     */
    public static UnaryOperator<String> leadingTo(UnaryOperator<String> shown) {
        return address -> {
            var link = TO_A_PAGE.matcher(address);
            if (!link.matches()) {
                return address;
            }
            var language = link.group("language");
            if (language != null && Language.of(language).isEmpty()) {
                return address;
            }
            var name = link.group("root") == null ? link.group("beside") : link.group("root");
            var slug =
                    (language == null ? "" : language.toLowerCase(Locale.ROOT) + "/")
                            + (name.isEmpty() ? Page.HOME : name);
            var rest = link.group("rest") == null ? "" : link.group("rest");
            return shown.apply(slug) + rest;
        };
    }
}
