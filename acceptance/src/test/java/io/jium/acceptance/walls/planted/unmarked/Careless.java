package io.jium.acceptance.walls.planted.unmarked;

record Careless() {}
