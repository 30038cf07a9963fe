package io.jium.acceptance.walls.planted.cherry.egg;

import io.jium.acceptance.walls.planted.cherry.chicken.Chicken;
import org.jspecify.annotations.Nullable;

public record Egg(@Nullable Chicken chicken) {}
