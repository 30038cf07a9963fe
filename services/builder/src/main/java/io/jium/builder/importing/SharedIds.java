package io.jium.builder.importing;

import io.jium.builder.project.css.CssNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * Ids that several elements of a page have, though they should not: the editor gives the later ones
 * another. Those get a class for it, and style sheets mean both.
 */
final class SharedIds {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]{0,80}");
    private static final Pattern IN_SELECTOR =
            Pattern.compile("#([\\p{L}_][\\p{L}\\p{N}_-]{0,80})(?![^\\[]*\\])");

    private final Set<String> shared = new HashSet<>();

    /** Leaves each id to the first that has it. */
    void mend(Document document) {
        var seen = new HashSet<String>();
        for (var element : document.body().select("[id]")) {
            var id = element.id();
            if (PLAIN.matcher(id).matches() && !seen.add(id)) {
                shared.add(id);
                element.removeAttr("id").addClass(name(id));
            }
        }
    }

    /** The same rules, meaning all that had an id. */
    List<CssNode> meant(List<CssNode> rules) {
        return shared.isEmpty() ? rules : rules.stream().map(this::meant).toList();
    }

    private CssNode meant(CssNode node) {
        return switch (node) {
            case CssNode.Rule(var selectors, var body) ->
                    new CssNode.Rule(selectors(selectors), meant(body));
            case CssNode.AtRule(var name, var prelude, var body) ->
                    new CssNode.AtRule(name, prelude, body == null ? null : meant(body));
            case CssNode.Declaration declaration -> declaration;
        };
    }

    private String selectors(String text) {
        return IN_SELECTOR
                .matcher(text)
                .replaceAll(match ->
                        shared.contains(match.group(1))
                                ? ":is(#%s,.%s)".formatted(match.group(1), name(match.group(1)))
                                : match.group());
    }

    private static String name(String id) {
        return "jm-id-" + id;
    }
}
