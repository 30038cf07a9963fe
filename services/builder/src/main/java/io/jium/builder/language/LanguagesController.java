package io.jium.builder.language;

import io.jium.builder.language.SiteLanguages.Further;
import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Languages of a site, for its owner. */
@RestController
@RequestMapping("/builder/sites/{serviceId}/languages")
class LanguagesController {

    private static final int MOST = 20;

    private final SiteRegister sites;
    private final LanguagesOfSites languages;

    LanguagesController(SiteRegister sites, LanguagesOfSites languages) {
        this.sites = sites;
        this.languages = languages;
    }

    @GetMapping
    View read(@PathVariable long serviceId, Caller caller) {
        return View.of(languages.of(sites.owned(serviceId, caller.userId())));
    }

    @PutMapping
    View replace(@PathVariable long serviceId, @Valid @RequestBody Wanted wanted, Caller caller) {
        var site = sites.owned(serviceId, caller.userId());
        languages.replace(site, wanted.checked());
        return View.of(languages.of(sites.owned(serviceId, caller.userId())));
    }

    /**
     * @param known all that a site can have
     */
    record View(String main, List<Further> further, List<Known> known) {

        static View of(SiteLanguages languages) {
            var known =
                    Arrays.stream(Language.values())
                            .map(one -> new Known(one.tag(), one.ownName()))
                            .toList();
            return new View(languages.main(), languages.further(), known);
        }
    }

    /**
     * @param name as those who speak it call it
     */
    record Known(String language, String name) {}

    record Wanted(@NotBlank String main, @NotNull List<@NotNull @Valid WantedFurther> further) {

        SiteLanguages checked() {
            var seen = new HashSet<String>();
            var mainTag = known("main", main);
            seen.add(mainTag);
            if (further.size() > MOST) {
                throw InvalidFields.of("further", "range", 0, MOST);
            }
            var checked =
                    further.stream()
                            .map(one ->
                                    new Further(
                                            known("further", one.language),
                                            text(one.seoTitle),
                                            text(one.seoDescription)))
                            .toList();
            if (!checked.stream().map(Further::language).allMatch(seen::add)) {
                throw InvalidFields.of("further", "taken");
            }
            return new SiteLanguages(mainTag, checked);
        }

        private static String known(String field, String tag) {
            return Language.of(tag).orElseThrow(() -> InvalidFields.of(field, "unknown")).tag();
        }

        private static @Nullable String text(@Nullable String given) {
            return given == null || given.isBlank() ? null : given.strip();
        }
    }

    record WantedFurther(
            @NotBlank String language,
            @Nullable @Size(max = 255) String seoTitle,
            @Nullable @Size(max = 1_000) String seoDescription) {}
}
