package io.jium.builder.importing;

import io.jium.builder.project.Elements;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts what browsers show of elements of the past into elements of today. */
final class OldElements {

    private static final Map<String, String> TODAY =
            Map.of(
                    "acronym", "abbr",
                    "dir", "ul",
                    "xmp", "pre",
                    "listing", "pre",
                    "plaintext", "pre");
    private static final Pattern YOUTUBE =
            Pattern.compile(
                    "(?:https?:)?//(?:www\\.)?(?:youtube(?:-nocookie)?\\.com/(?:v|embed)/|youtu\\.be/)([A-Za-z0-9_-]{6,20}).*");
    private static final Pattern PICTURE =
            Pattern.compile("(?i).*\\.(?:svg|png|jpe?g|gif|webp)(?:[?#].*)?");
    private static final Pattern SOUND = Pattern.compile("(?i).*\\.(?:mp3|m4a|ogg|wav)(?:[?#].*)?");

    private OldElements() {}

    static void mend(Document document) {
        document.select("object, embed, bgsound").forEach(OldElements::player);
        for (var element : document.body().select("* *")) {
            var tag = element.normalName();
            if (element.closest("svg, math") != null) {
                continue;
            }
            if (TODAY.containsKey(tag)) {
                element.tagName(String.valueOf(TODAY.get(tag)));
            } else if (!Elements.isAllowed(tag)
                    && !Elements.isRemovedWithContent(tag)
                    && !tag.equals("frameset")) {
                // What browsers do not know is a piece of text to them, not a block.
                element.tagName("span");
            }
        }
    }

    /** Films of YouTube, pictures and sounds need no plug-in; anything else is left to be told. */
    private static void player(Element element) {
        if (element.parent() == null || element.closest("svg") != null) {
            return;
        }
        var source = source(element);
        var film = YOUTUBE.matcher(source);
        Element today;
        if (film.matches()) {
            today =
                    new Element("iframe")
                            .attr("src", "https://www.youtube.com/embed/" + film.group(1))
                            .attr("allowfullscreen", "");
        } else if (PICTURE.matcher(source).matches()) {
            today = new Element("img").attr("src", source).attr("alt", element.text().strip());
        } else if (SOUND.matcher(source).matches()) {
            today = new Element("audio").attr("src", source).attr("controls", "");
        } else {
            return;
        }
        for (var name : new String[] {"width", "height", "id", "class", "style", "title"}) {
            if (element.hasAttr(name)) {
                today.attr(name, element.attr(name));
            }
        }
        element.replaceWith(today);
    }

    private static String source(Element element) {
        for (var name : new String[] {"src", "data"}) {
            if (!element.attr(name).isBlank()) {
                return element.attr(name).strip();
            }
        }
        return element.select("param[value]").stream()
                .filter(param ->
                        switch (param.attr("name").toLowerCase(Locale.ROOT)) {
                            case "movie", "src", "filename", "url" -> true;
                            default -> false;
                        })
                .map(param -> param.attr("value").strip())
                .findFirst()
                .orElse("");
    }
}
