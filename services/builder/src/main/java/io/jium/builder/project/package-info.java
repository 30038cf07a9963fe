/**
 * The project data of a page as the editor stores it, read into a closed model. Everything in a
 * {@link io.jium.builder.project.Project} went through the policies here and is harmless when
 * printed; what was taken away on the way in is reported.
 */
@NullMarked
package io.jium.builder.project;

import org.jspecify.annotations.NullMarked;
