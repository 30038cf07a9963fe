package io.jium.content;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * HTML of others that does no harm wherever it is shown, and its words.
 *
 * @param html what the policy allows of it: formatting, tables, links, pictures
 * @param text its first words without markup, on one line: as many as are searched
 */
record RichText(String html, String text) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final int LONGEST_TEXT = 10_000;

    /** Takes any text; what is not allowed is left out. */
    static RichText of(String hostile) {
        var html = new StringBuilder();
        var words = new Words(HtmlStreamRenderer.create(html, Handler.DO_NOTHING));
        HtmlSanitizer.sanitize(hostile, Allowed.POLICY.apply(words), FewAttributes::new);
        var text = SPACE.matcher(words.text).replaceAll(" ").strip();
        return new RichText(html.toString(), beginning(text, LONGEST_TEXT));
    }

    /** No longer than this, and no half of a character at its end. */
    static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    /** Loaded with the first post: a start has no use for the library. */
    private static final class Allowed {

        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

        /** From anywhere over https; else a file that was uploaded to the site. */
        private static final Pattern PICTURE =
                Pattern.compile(
                        "https://[^\\s\"'<>\\\\]{1,2000}|/builder/files/[0-9a-f]{64}/[A-Za-z0-9._~%+-]{1,300}"
                                + "|/assets/[A-Za-z0-9가-힣._~%+-]{1,300}");

        static final PolicyFactory POLICY =
                new HtmlPolicyBuilder()
                        .allowElements(
                                "p br hr h1 h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd figure figcaption div table caption thead tbody tfoot tr th td"
                                        .split(" "))
                        .allowElements(
                                "strong b em i u s del ins sub sup small mark q cite code kbd samp a img"
                                        .split(" "))
                        .allowUrlProtocols("http", "https", "mailto", "tel")
                        .allowAttributes("href")
                        .onElements("a")
                        .requireRelsOnLinks("nofollow", "ugc", "noopener")
                        .allowAttributes("src")
                        .matching(PICTURE)
                        .onElements("img")
                        .allowAttributes("alt")
                        .onElements("img")
                        .allowAttributes("width", "height")
                        .matching(NUMBER)
                        .onElements("img")
                        .allowAttributes("colspan", "rowspan")
                        .matching(NUMBER)
                        .onElements("td", "th")
                        .toFactory();
    }

    /**
     * Many attributes of one element (no author has written them) cost the library time by their
     * square: 4 s for 200,000 characters.
     */
    @SuppressWarnings("try") // Nobody closes it.
    private static final class FewAttributes extends HtmlStreamEventReceiverWrapper {

        /** Names and values. */
        private static final int MOST = 2 * 32;

        FewAttributes(HtmlStreamEventReceiver next) {
            super(next);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            if (attributes.size() > MOST) {
                attributes.subList(MOST, attributes.size()).clear();
            }
            super.openTag(element, attributes);
        }
    }

    /** Listens to what is printed. */
    @SuppressWarnings("try") // Nobody closes it.
    private static final class Words extends HtmlStreamEventReceiverWrapper {

        /** Within a word they part nothing. */
        private static final Set<String> INLINE =
                Set.of(
                        "strong b em i u s del ins sub sup small mark q cite code kbd samp a"
                                .split(" "));

        private final StringBuilder text = new StringBuilder();

        Words(HtmlStreamEventReceiver print) {
            super(print);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            super.openTag(element, attributes);
            part(element);
        }

        @Override
        public void closeTag(String element) {
            super.closeTag(element);
            part(element);
        }

        private void part(String element) {
            if (!INLINE.contains(element)) {
                text.append(' ');
            }
        }

        @Override
        public void text(String words) {
            super.text(words);
            text.append(words);
        }
    }
}
