package io.jium.acceptance.walls.planted.platform;

import io.jium.acceptance.walls.planted.plum.Plum;

record PlatformThatKnowsPlum(Plum plum) {}
