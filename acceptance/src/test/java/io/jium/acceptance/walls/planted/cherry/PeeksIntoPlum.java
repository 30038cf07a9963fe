package io.jium.acceptance.walls.planted.cherry;

import io.jium.acceptance.walls.planted.plum.Plum;

record PeeksIntoPlum(Plum plum) {}
