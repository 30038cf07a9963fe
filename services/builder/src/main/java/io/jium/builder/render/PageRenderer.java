package io.jium.builder.render;

import io.jium.builder.project.Project;
import java.util.LinkedHashSet;
import java.util.List;

/** Renders pages, in time proportional to their size. */
public final class PageRenderer {

    private PageRenderer() {}

    public static RenderedPage render(Project page) {
        var assets = new LinkedHashSet<String>();
        var html = new HtmlRenderer(assets);
        var body = html.children(page.wrapper());
        var css = CssRenderer.render(page, assets);
        return new RenderedPage(
                body,
                html.attributes(page.wrapper()),
                HtmlRenderer.attributes(page.documentAttributes()),
                css,
                List.copyOf(assets));
    }
}
