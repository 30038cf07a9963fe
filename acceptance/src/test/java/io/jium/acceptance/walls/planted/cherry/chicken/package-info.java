/** Planted: breaks the walls on purpose, to prove that they are looked at. */
@NullMarked
package io.jium.acceptance.walls.planted.cherry.chicken;

import org.jspecify.annotations.NullMarked;
