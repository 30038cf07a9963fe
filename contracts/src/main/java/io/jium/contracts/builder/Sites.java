package io.jium.contracts.builder;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The pages and settings of a site as a whole. */
@HttpExchange("/api/sites")
public interface Sites {

    /**
     * Gives a new site its owner, settings and first pages (those of the template, or one empty
     * home page). Idempotent: a site that is laid out already is left as it is. Refuses with 410
     * {@code site_removed} one that was removed, with 404 an unknown template, and a site to copy
     * that is not the owner's.
     */
    @PutExchange("/{serviceId}")
    void layOut(@PathVariable("serviceId") long serviceId, @RequestBody Layout layout);

    /**
     * Removes pages, settings and files of a site, for good: laying it out, even when that was
     * asked before and arrives later, is refused. Idempotent, and a site need not be known.
     */
    @DeleteExchange("/{serviceId}")
    void remove(@PathVariable("serviceId") long serviceId);

    /**
     * @param locale {@code ko} or {@code en}: the language of the template's texts
     * @param copyOf another site of the owner, to begin as it is now
     */
    record Layout(
            long ownerId,
            String name,
            @Nullable Long templateId,
            String locale,
            @Nullable Long copyOf) {}

    /**
     * The whole site as it is to be published under {@code baseUrl} (scheme and host, no trailing
     * slash). Refuses with 404 when the site is unknown.
     */
    @GetExchange("/{serviceId}/rendered")
    RenderedSite rendered(
            @PathVariable("serviceId") long serviceId, @RequestParam("base_url") String baseUrl);

    /**
     * @param language of the site, for pages made by others (404)
     * @param redirects from addresses where nothing is
     */
    record RenderedSite(
            String language,
            List<RenderedPage> pages,
            List<SiteFile> files,
            List<RenderedRedirect> redirects) {}

    /**
     * @param from a decoded path with its leading slash
     * @param to such a path, perhaps with query and fragment, or an https address
     */
    record RenderedRedirect(String from, String to, boolean permanent) {}

    /**
     * One complete HTML document.
     *
     * @param path of the file below the site's root, e.g. {@code index.html}
     * @param indexed whether search engines are to be told of it
     * @param version of the page that was rendered
     * @param alternates the page in every language, itself among them; none when it is in one
     */
    record RenderedPage(
            long pageId,
            String path,
            String html,
            boolean indexed,
            long version,
            List<Alternate> alternates) {}

    /**
     * @param hreflang a language as BCP 47 has it, or {@code x-default}
     * @param path of its file
     */
    record Alternate(String hreflang, String path) {}

    /**
     * A file that pages refer to as {@code /path}; its bytes lie in the common blob storage.
     *
     * @param path below the site's root
     */
    record SiteFile(String path, String sha256, long bytes, String mediaType) {}

    /** Remembers which versions of which pages are public now. */
    @PutExchange("/{serviceId}/published")
    void published(@PathVariable("serviceId") long serviceId, @RequestBody Published published);

    /**
     * @param versions by page id
     */
    record Published(Map<Long, Long> versions) {}
}
