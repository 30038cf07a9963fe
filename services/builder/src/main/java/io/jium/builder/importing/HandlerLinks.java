package io.jium.builder.importing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes links of handlers that do nothing but open another page: no handler is taken over. */
final class HandlerLinks {

    private static final Pattern GO =
            Pattern.compile(
                    "(?:javascript:)?\\s*(?:return\\s+)?(?:(?:window|document|self|top|parent|this)\\.)*location(?:\\.href)?"
                            + "(?:\\s*=\\s*|\\.(?:assign|replace)\\(\\s*)([\"'])([^\"']{1,500})\\1.*",
                    Pattern.DOTALL);
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?:javascript:)?\\s*(?:return\\s+)?(?:window\\.)?open\\(\\s*([\"'])([^\"']{1,500})\\1.*",
                    Pattern.DOTALL);

    private record Target(String address, boolean apart) {}

    private HandlerLinks() {}

    static void mend(Document document) {
        for (var link : document.select("a, area")) {
            var href = link.attr("href").strip();
            boolean leadsNowhere =
                    href.isEmpty()
                            || href.startsWith("#")
                            || href.regionMatches(true, 0, "javascript:", 0, 11);
            if (leadsNowhere) {
                target(href).or(() -> target(link.attr("onclick"))).ifPresent(to -> lead(link, to));
            }
        }
        for (var element : document.select("[onclick]:not(a):not(area):not(form)")) {
            boolean free =
                    element.closest("a, form") == null && element.select("a, form").isEmpty();
            if (free) {
                target(element.attr("onclick"))
                        .ifPresent(to -> {
                            if (element.is("button, input")) {
                                press(element, to);
                            } else {
                                wrap(element, to);
                            }
                        });
            }
        }
    }

    private static Optional<Target> target(String script) {
        var go = GO.matcher(script);
        if (go.matches()) {
            return Optional.of(new Target(go.group(2), false));
        }
        var open = OPEN.matcher(script);
        return open.matches() ? Optional.of(new Target(open.group(2), true)) : Optional.empty();
    }

    private static void lead(Element link, Target to) {
        link.attr("href", to.address).removeAttr("onclick");
        if (to.apart) {
            link.attr("target", "_blank");
        }
    }

    /** A button cannot hold a link, but it can send a form of its own. */
    private static void press(Element button, Target to) {
        if (to.address.contains("?")) {
            return;
        }
        var form = new Element("form").attr("action", to.address).attr("style", "display:contents");
        if (to.apart) {
            form.attr("target", "_blank");
        }
        button.removeAttr("onclick").attr("type", "submit");
        button.replaceWith(form);
        form.appendChild(button);
    }

    private static void wrap(Element element, Target to) {
        var link = new Element("a");
        lead(link, to);
        element.removeAttr("onclick");
        if (element.normalName().equals("img")) {
            element.replaceWith(link);
            link.appendChild(element);
        } else if (element.select("table, tr, td, div, p, ul, h1, h2, h3, h4").size() <= 1) {
            link.insertChildren(0, element.childNodesCopy());
            element.empty().appendChild(link);
        }
    }
}
