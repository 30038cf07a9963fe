package io.jium.builder.editing;

import io.jium.builder.document.Documents;
import io.jium.builder.document.SiteLinks;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageSlug;
import io.jium.builder.page.Pages;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pages as they would be published: one for its owner, the others by the links from it. */
@RestController
class PreviewController {

    /** A customer's page on our own origin: an origin of its own, framed by us alone. */
    private static final String SANDBOX =
            "sandbox allow-scripts allow-forms allow-popups; frame-ancestors 'self'";

    /** What browsers say of a request whose answer they show as a page. */
    private static final Set<String> SHOWN = Set.of("document", "iframe");

    private final Pages pages;
    private final SiteRegister sites;
    private final Documents documents;
    private final PreviewTokens tokens;

    PreviewController(Pages pages, SiteRegister sites, Documents documents, PreviewTokens tokens) {
        this.pages = pages;
        this.sites = sites;
        this.documents = documents;
        this.tokens = tokens;
    }

    @GetMapping("/builder/pages/{id}/preview")
    ResponseEntity<String> preview(@PathVariable long id, Caller caller) {
        var page = pages.find(id, caller.userId()).orElseThrow(NotFound::new);
        var site = sites.owned(page.serviceId(), caller.userId());
        return answer(page, site, tokens.of(site.serviceId()));
    }

    @GetMapping("/builder/previews/{token}/{language}/{slug}")
    @Anonymous
    ResponseEntity<String> linkedInLanguage(
            @PathVariable String token,
            @PathVariable String language,
            @PathVariable String slug,
            HttpServletRequest request) {
        return linked(token, language + "/" + slug, request);
    }

    @GetMapping("/builder/previews/{token}/{slug}")
    @Anonymous
    ResponseEntity<String> linked(
            @PathVariable String token, @PathVariable String slug, HttpServletRequest request) {
        var site =
                tokens.site(token).stream()
                        .mapToObj(sites::find)
                        .flatMap(java.util.Optional::stream)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var page =
                pages.at(site.serviceId(), PageSlug.normalised(slug))
                        .or(() -> pages.at(site.serviceId(), slug + "/" + Page.HOME));
        if (page.isEmpty() && SHOWN.contains(String.valueOf(request.getHeader("Sec-Fetch-Dest")))) {
            // Who follows a dead link of the site shall see so, and not our JSON.
            return document(HttpStatus.NOT_FOUND, MissingPage.html(site.locale(), token));
        }
        return answer(page.orElseThrow(NotFound::new), site, token);
    }

    private ResponseEntity<String> answer(Page page, Site site, String token) {
        var links = SiteLinks.leadingTo(slug -> address(token, slug));
        return document(HttpStatus.OK, documents.preview(page, site, links));
    }

    static String address(String token, String slug) {
        return "/builder/previews/%s/%s".formatted(token, slug);
    }

    private static ResponseEntity<String> document(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", SANDBOX)
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }
}
