package io.jium.acceptance.walls.planted.cherry.chicken;

import io.jium.acceptance.walls.planted.cherry.egg.Egg;

public record Chicken(Egg egg) {}
