package io.jium.acceptance.walls.planted.cherry;

record CherryDto() {}
