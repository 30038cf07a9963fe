package io.jium.builder.translation;

import io.jium.builder.page.Page;
import io.jium.builder.translation.TranslatingPages.Wanted;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** «Translate this page», for a site's owner. */
@RestController
class TranslationController {

    private final TranslatingPages translating;

    TranslationController(TranslatingPages translating) {
        this.translating = translating;
    }

    @PostMapping("/builder/pages/{id}/translations")
    ResponseEntity<View> translate(
            @PathVariable long id, @Valid @RequestBody Translate wanted, Caller caller) {
        var page = translating.translate(id, caller.userId(), wanted.checked());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(IfMatch.etag(page.version()))
                .body(View.of(page));
    }

    record Translate(
            @NotBlank @Size(max = 5) String language,
            @Nullable @Size(max = 255) String title,
            @Nullable @Size(max = 80) String slug) {

        Wanted checked() {
            if (title != null && title.isBlank()) {
                throw InvalidFields.of("title", "required");
            }
            return new Wanted(language, title == null ? null : title.strip(), slug);
        }
    }

    /**
     * @param slug its address among the pages of its language
     * @param path where visitors see it
     */
    record View(
            long id,
            long serviceId,
            String title,
            String slug,
            long version,
            String language,
            String path,
            @Nullable Long translationGroup) {

        static View of(Page page) {
            return new View(
                    page.id(),
                    page.serviceId(),
                    page.title(),
                    page.name(),
                    page.version(),
                    page.language(),
                    page.path(),
                    page.translationGroup());
        }
    }
}
