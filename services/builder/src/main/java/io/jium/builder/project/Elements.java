package io.jium.builder.project;

import java.util.Set;
import java.util.regex.Pattern;

/** Which elements a page may hold. */
public final class Elements {

    private static final Set<String> HTML =
            words(
                    """
                    a abbr address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code col
                    colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2
                    h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li main map mark marquee menu meter nav
                    nobr ol optgroup option output p picture pre progress q rp rt ruby s samp search section select small source
                    span strike strong sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
                    """);
    private static final Set<String> SVG =
            words(
                    """
                    svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs symbol use marker
                    linearGradient radialGradient stop clipPath mask pattern image view switch animate animateMotion
                    animateTransform mpath set filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
                    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
                    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
                    feTile feTurbulence
                    """);
    private static final Set<String> VOID = words("area br col hr img input source track wbr");

    /** Elements that run, load or reinterpret; their content goes with them. */
    private static final Set<String> REMOVED_WITH_CONTENT =
            words(
                    """
                    script style template noscript object embed applet frame frameset noframes noembed base meta link head title
                    xmp plaintext math foreignobject param portal fencedframe
                    """);

    /** Their content is text to a browser, whatever we write there. */
    private static final Set<String> TEXT_ONLY = words("textarea option");

    private static final Pattern CUSTOM =
            Pattern.compile("[a-z][a-z0-9]{0,30}(-[a-z0-9]{1,30}){1,4}");
    private static final Set<String> RESERVED_CUSTOM =
            words(
                    """
                    annotation-xml color-profile font-face font-face-src font-face-uri font-face-format font-face-name
                    missing-glyph
                    """);

    private Elements() {}

    /** Whether this exact spelling may be printed as a tag. */
    public static boolean isAllowed(String tag) {
        return HTML.contains(tag)
                || SVG.contains(tag)
                || (CUSTOM.matcher(tag).matches() && !RESERVED_CUSTOM.contains(tag));
    }

    /** Whether an element that is not allowed takes its content with it. */
    public static boolean isRemovedWithContent(String lowerCaseTag) {
        return REMOVED_WITH_CONTENT.contains(lowerCaseTag);
    }

    public static boolean isVoid(String tag) {
        return VOID.contains(tag);
    }

    public static boolean isSvg(String tag) {
        return SVG.contains(tag);
    }

    static boolean isAnimation(String tag) {
        return tag.equals("set") || tag.startsWith("animate");
    }

    public static boolean isTextOnly(String tag) {
        return TEXT_ONLY.contains(tag);
    }

    /** The words of a text, for lists too long to quote each. */
    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
