package io.jium.builder.render;

import io.jium.builder.project.Project;

/** Lets tests of other rooms ask whether a project is printed without harm. */
public final class HarmlessPages {

    private HarmlessPages() {}

    public static void check(Project project) {
        Harmless.check(PageRenderer.render(project));
    }
}
