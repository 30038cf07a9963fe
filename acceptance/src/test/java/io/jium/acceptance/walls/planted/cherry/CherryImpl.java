package io.jium.acceptance.walls.planted.cherry;

record CherryImpl() {}
