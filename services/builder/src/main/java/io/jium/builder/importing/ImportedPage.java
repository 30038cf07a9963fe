package io.jium.builder.importing;

import io.jium.builder.project.Project;
import java.util.List;

/**
 * A page that was taken over.
 *
 * @param slug unique in the site; {@code index} is the home page
 * @param lang as the page declares it, else guessed from its words; may be empty
 * @param head elements for the head, in their order
 * @param bodyEnd scripts for the end of the body, in their order
 */
public record ImportedPage(
        String title,
        String slug,
        String lang,
        List<HeadElement> head,
        List<HeadElement> bodyEnd,
        Project project) {}
