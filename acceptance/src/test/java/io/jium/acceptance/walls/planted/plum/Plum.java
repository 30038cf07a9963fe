package io.jium.acceptance.walls.planted.plum;

public record Plum(int stone) {}
