package io.jium.builder.language;

import io.jium.builder.language.Translations.Choice;
import io.jium.builder.project.Component;
import io.jium.builder.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Fills the places on a page where visitors choose a language: a list of links that needs no
 * script. Where there is nothing to choose, there is no list.
 */
public final class LanguageSwitch {

    /** The editor's name for it; it keeps nothing inside. */
    static final String TYPE = "language-switch";

    /** What is read out before the list, in the languages whose speakers are most. */
    private static final Map<String, String> LABELS =
            Map.of(
                    "ko", "언어",
                    "en", "Language",
                    "ja", "言語",
                    "zh-CN", "语言",
                    "zh-TW", "語言",
                    "vi", "Ngôn ngữ",
                    "es", "Idioma",
                    "fr", "Langue",
                    "de", "Sprache",
                    "ru", "Язык");

    private final List<Choice> choices;
    private final String label;

    private LanguageSwitch(List<Choice> choices, String language) {
        this.choices = choices;
        this.label = LABELS.getOrDefault(language, "Language");
    }

    /**
     * @param language of the page
     */
    public static Project fill(Project page, List<Choice> choices, String language) {
        var filling = new LanguageSwitch(choices, language);
        return new Project(
                filling.inside(page.wrapper()),
                page.styles(),
                page.symbols(),
                page.pageDetails(),
                page.frameDetails(),
                page.documentAttributes(),
                page.others());
    }

    private Component inside(Component holder) {
        return with(holder, holder.children().stream().flatMap(c -> filled(c).stream()).toList());
    }

    private Optional<Component> filled(Component component) {
        if (!component.type().equals(TYPE)) {
            return Optional.of(component.children().isEmpty() ? component : inside(component));
        }
        return choices.size() < 2 ? Optional.empty() : Optional.of(labelled(component));
    }

    private Component labelled(Component place) {
        var attributes = new LinkedHashMap<>(place.attributes());
        attributes.put("aria-label", text(label));
        var links = choices.stream().map(LanguageSwitch::item).toList();
        var list = element("ul", Map.of(), links);
        return new Component(
                place.type(),
                "nav",
                attributes,
                place.classes(),
                "",
                List.of(list),
                place.properties());
    }

    private static Component item(Choice choice) {
        var attributes = new LinkedHashMap<String, JsonNode>();
        attributes.put("href", text(choice.path()));
        attributes.put("hreflang", text(choice.language()));
        attributes.put("lang", text(choice.language()));
        if (choice.isCurrent()) {
            attributes.put("aria-current", text("page"));
        }
        var name = Language.of(choice.language()).map(Language::ownName);
        var words =
                new Component(
                        "textnode",
                        null,
                        Map.of(),
                        List.of(),
                        name.orElse(choice.language()),
                        List.of(),
                        Map.of());
        return element("li", Map.of(), List.of(element("a", attributes, List.of(words))));
    }

    private static Component element(
            String tag, Map<String, JsonNode> attributes, List<Component> children) {
        return new Component("", tag, attributes, List.of(), "", children, Map.of());
    }

    private static Component with(Component component, List<Component> children) {
        return new Component(
                component.type(),
                component.tagName(),
                component.attributes(),
                component.classes(),
                component.text(),
                children,
                component.properties());
    }

    private static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }
}
