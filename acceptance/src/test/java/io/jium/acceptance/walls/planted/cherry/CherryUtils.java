package io.jium.acceptance.walls.planted.cherry;

record CherryUtils() {}
