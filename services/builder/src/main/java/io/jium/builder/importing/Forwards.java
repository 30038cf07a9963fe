package io.jium.builder.importing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pages that are nothing by themselves: they send the visitor on, or hide the address of another
 * page in the one frame that is seen.
 */
final class Forwards {

    /** Longer ones say something. */
    private static final int MAX_LENGTH = 8_192;

    private static final Pattern REFRESH =
            Pattern.compile(
                    "(?:\\d|\\d?\\.\\d+)?\\s*[;,]\\s*(?:url\\s*=)?\\s*[\"']?([^\"']+)[\"']?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "location(?:\\.href)?(?:\\s*=|\\.replace\\(|\\.assign\\()\\s*[\"']([^\"']+)[\"']");

    private Forwards() {}

    /** The address a page sends its visitors on to, as it is written there. */
    static Optional<String> target(String html) {
        if (html.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var document = Jsoup.parse(html);
        var frameset = document.selectFirst("frameset");
        if (frameset != null) {
            var seen = seenFrames(frameset);
            return seen.size() == 1 ? Optional.of(seen.getFirst().attr("src")) : Optional.empty();
        }
        boolean empty =
                !document.body().hasText()
                        && document.body().select("* *:not(script):not(noscript)").isEmpty();
        return refresh(document).or(() -> empty ? script(document) : Optional.empty());
    }

    /** At once, or before anybody could have read the page. */
    private static Optional<String> refresh(Document document) {
        return document.select("meta[http-equiv=refresh]").stream()
                .map(meta -> REFRESH.matcher(meta.attr("content").strip()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }

    private static Optional<String> script(Document document) {
        var script = document.select("script").stream().map(Element::data).toList();
        var matcher = SCRIPT.matcher(String.join("\n", script));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<Element> seenFrames(Element frameset) {
        return frameset.select("frame[src]").stream().filter(Forwards::isSeen).toList();
    }

    private static boolean isSeen(Element frame) {
        var size = Frames.size(frame);
        return !size.equals("0") && !frame.attr("src").toLowerCase(Locale.ROOT).contains("blank");
    }
}
