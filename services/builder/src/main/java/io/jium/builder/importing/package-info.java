/**
 * Takes over static sites that were made elsewhere: a page or an archive in, pages of projects and
 * files out.
 */
@NullMarked
package io.jium.builder.importing;

import org.jspecify.annotations.NullMarked;
