package io.jium.builder.project;

import java.util.Set;

/** Attributes that hold addresses: those of HTML, and those scripts of many sites read. */
public final class AddressAttributes {

    private static final Set<String> NAMES =
            Elements.words(
                    """
                    href xlink:href src poster action formaction background lowsrc data-src data-background
                    data-bg data-image data-href data-original data-image-src data-bg-src data-lazy
                    data-lazy-src data-thumb data-large data-full data-url data-background-image data-parallax
                    """);
    private static final Set<String> SETS =
            Elements.words("srcset imagesrcset data-srcset data-lazy-srcset");

    private AddressAttributes() {}

    /** Whether an attribute holds one address. */
    public static boolean isAddress(String name) {
        return NAMES.contains(name);
    }

    /** Whether an attribute holds several, with widths or densities. */
    public static boolean isSet(String name) {
        return SETS.contains(name);
    }
}
