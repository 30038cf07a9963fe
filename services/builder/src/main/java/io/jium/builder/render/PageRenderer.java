package io.jium.builder.render;

import io.jium.builder.asset.SitePicture;
import io.jium.builder.project.Project;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renders pages, in time proportional to their size. */
public final class PageRenderer {

    private PageRenderer() {}

    /** As the editor prints it. */
    public static RenderedPage render(Project page) {
        return render(page, Map.of());
    }

    /**
     * As it is published.
     *
     * @param pictures of the site that the page shows, by the hash of their bytes
     */
    public static RenderedPage render(Project page, Map<String, SitePicture> pictures) {
        var assets = new LinkedHashSet<String>();
        var images = new SitePictures(page, pictures);
        var html = new HtmlRenderer(assets, images);
        var body = html.children(page.wrapper());
        var css = CssRenderer.render(page, assets);
        return new RenderedPage(
                body,
                html.attributes(page.wrapper()),
                HtmlRenderer.attributes(page.documentAttributes()),
                css,
                images.css(),
                List.copyOf(assets));
    }

    /** The hashes of the files that the page's images show. */
    public static Set<String> pictures(Project page) {
        return SitePictures.shown(page);
    }
}
