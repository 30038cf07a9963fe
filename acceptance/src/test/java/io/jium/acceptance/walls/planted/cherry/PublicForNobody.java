package io.jium.acceptance.walls.planted.cherry;

public record PublicForNobody() {}
