package io.jium.acceptance.scenario;

import io.jium.acceptance.installation.Client;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A published site as a visitor meets it who follows every address of the site that leads from its
 * first page.
 *
 * @param texts what answered, by path
 * @param dead paths that did not answer with 200, each with the path that led there
 */
record Crawl(Map<String, String> texts, List<String> dead) {

    private static final Pattern IN_CSS =
            Pattern.compile("(?:url\\(\\s*[\"']?|@import\\s+[\"'])([^\"')]+)");
    private static final Pattern IN_SCRIPT = Pattern.compile("[\"'](/[^\"'\\\\<>]*)[\"'\\\\]");
    private static final Pattern CANDIDATE = Pattern.compile("\\s*(\\S+)[^,]*,?");

    static Crawl of(Client visitor) {
        var crawl = new Crawl(new TreeMap<>(), new ArrayList<>());
        var open = new ArrayDeque<String>(List.of("/"));
        var from = new TreeMap<String, String>();
        while (!open.isEmpty()) {
            var path = open.remove();
            var answer = visitor.get(path);
            if (answer.status() != 200) {
                crawl.dead.add(path + " from " + from.getOrDefault(path, "the start"));
                continue;
            }
            crawl.texts.put(path, answer.text());
            addresses(
                    answer.text(),
                    answer.header("Content-Type"),
                    address -> {
                        var next = inSite(path, address);
                        if (!next.isEmpty()
                                && !next.equals("/")
                                && from.putIfAbsent(next, path) == null) {
                            open.add(next);
                        }
                    });
        }
        return crawl;
    }

    /** The page at this path, as a browser would understand it. */
    Document page(String path) {
        var text = texts.get(path);
        if (text == null) {
            throw new AssertionError(path + " was not found, only " + texts.keySet());
        }
        return Jsoup.parse(text);
    }

    /** All style sheets, one after the other. */
    String css() {
        return joined(".css");
    }

    /** All scripts, one after the other. */
    String scripts() {
        return joined(".js");
    }

    private String joined(String ending) {
        return String.join(
                "\n",
                texts.entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith(ending))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static void addresses(String text, String type, Consumer<String> found) {
        if (type.startsWith("text/css")) {
            IN_CSS.matcher(text).results().forEach(match -> found.accept(match.group(1)));
        } else if (type.startsWith("text/javascript")) {
            IN_SCRIPT.matcher(text).results().forEach(match -> found.accept(match.group(1)));
        } else if (type.startsWith("text/html")) {
            for (var element : Jsoup.parse(text).getAllElements()) {
                for (var attribute : element.attributes()) {
                    var name = attribute.getKey();
                    if (name.endsWith("srcset")) {
                        CANDIDATE
                                .matcher(attribute.getValue())
                                .results()
                                .forEach(match -> found.accept(match.group(1)));
                    } else if (name.endsWith("href")
                            || name.endsWith("src")
                            || name.equals("action")
                            || name.equals("poster")
                            || name.equals("background")
                            || attribute.getValue().startsWith("/builder/")) {
                        found.accept(attribute.getValue());
                    }
                }
            }
        }
    }

    private static String inSite(String from, String address) {
        try {
            var encoded = URI.create(new URI(null, null, from, null).toASCIIString());
            var target = encoded.resolve(address.strip().replace(" ", "%20"));
            boolean outside = target.isOpaque() || target.isAbsolute() || target.getHost() != null;
            return outside ? "" : URI.create(target.getRawPath()).toASCIIString();
        } catch (IllegalArgumentException | URISyntaxException unreadable) {
            return address;
        }
    }
}
