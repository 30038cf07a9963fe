package io.jium.acceptance.walls.planted.contracts;

import io.jium.acceptance.walls.planted.plum.Plum;

record ContractThatKnowsPlum(Plum plum) {}
