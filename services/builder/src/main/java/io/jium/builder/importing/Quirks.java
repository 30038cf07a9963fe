package io.jium.builder.importing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * What browsers do differently for pages that do not say they keep to the standard. Ours say so,
 * and these would fall apart: pictures that were cut to fit together show gaps in the cells of
 * tables.
 */
enum Quirks {
    NONE(""),
    LIMITED(".jm-pictures{line-height:0}"),
    FULL(
            LIMITED.css
                    + ":where(table){font-size:medium;font-weight:400;font-style:normal;font-variant:normal;"
                    + "line-height:normal;white-space:normal;text-align:start}"
                    + ":where(html,body){height:100%}"
                    + ":where(:is(body,td,th)>:is(blockquote,dl,h1,h2,h3,h4,h5,h6,menu,ol,p,pre,ul):first-child)"
                    + "{margin-block-start:0}"
                    + ":where(:is(td,th)>:is(blockquote,dl,h1,h2,h3,h4,h5,h6,menu,ol,p,pre,ul):last-child)"
                    + "{margin-block-end:0}");

    /** For a page without one of its own; else it would stand on the one pages made here have. */
    private static final String PLAIN = "/* This page has the look browsers give to pages. */";

    private static final String PICTURES = "jm-pictures";
    private static final String END = "(?=\\s*(?:[;}]|!important|$))";
    private static final Pattern LENGTH =
            Pattern.compile(
                    "(?i)((?<![\\w-])(?:width|height|top|left|right|bottom|font-size|text-indent|letter-spacing"
                            + "|(?:margin|padding)(?:-\\w{3,6})?|border(?:-\\w{3,6})?-width)\\s*:\\s*-?\\d*[1-9]\\d*(?:\\.\\d+)?)"
                            + END);
    private static final Pattern COLOUR =
            Pattern.compile(
                    "(?i)((?<![\\w-])(?:color|background-color|border(?:-\\w{3,6})?-color)\\s*:\\s*)([0-9a-f]{6}|[0-9a-f]{3})"
                            + END);

    private final String css;

    Quirks(String css) {
        this.css = css;
    }

    /** A style sheet that has to come before those of the page. */
    String css() {
        return css.isEmpty() ? PLAIN : css;
    }

    static Quirks of(Document document) {
        var type = document.documentType();
        if (type == null) {
            return FULL;
        }
        var name = type.publicId().toLowerCase(Locale.ROOT);
        boolean loose = name.contains("transitional") || name.contains("frameset");
        if (name.startsWith("-//w3c//dtd xhtml 1.0") || isWholeHtml401(type, name)) {
            return loose ? LIMITED : NONE;
        }
        boolean old =
                name.contains("html 3") || name.contains("html 2") || name.startsWith("-//ietf");
        return loose || old ? FULL : NONE;
    }

    private static boolean isWholeHtml401(DocumentType type, String name) {
        return name.startsWith("-//w3c//dtd html 4.01") && !type.systemId().isBlank();
    }

    /** Writes into a document what browsers understood without it. */
    void spellOut(Document document) {
        if (this == FULL) {
            document.select("[style]")
                    .forEach(element -> element.attr("style", spelledOut(element.attr("style"))));
            for (var style : document.select("head style, body style")) {
                var css = spelledOut(Surroundings.css(style));
                style.empty().appendChild(new DataNode(css));
            }
        }
        if (this != NONE) {
            markPictures(document);
        }
    }

    /** A length without a unit was in pixels, a colour needed no {@code #}. */
    private static String spelledOut(String css) {
        var lengths = LENGTH.matcher(css).replaceAll("$1px");
        return COLOUR.matcher(lengths).replaceAll("$1#$2");
    }

    /** Cells that hold pictures alone: no line of text makes room below them. */
    private static void markPictures(Document document) {
        for (var cell : document.select("td:has(img), th:has(img)")) {
            boolean pictures =
                    !cell.hasText()
                            && cell.getAllElements().stream()
                                    .skip(1)
                                    .map(Element::normalName)
                                    .allMatch(name ->
                                            name.matches("img|a|br|map|area|font|span|center"));
            if (pictures) {
                cell.addClass(PICTURES);
            }
        }
    }
}
