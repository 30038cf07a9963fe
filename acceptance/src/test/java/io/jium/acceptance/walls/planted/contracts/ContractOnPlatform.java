package io.jium.acceptance.walls.planted.contracts;

import io.jium.platform.security.Caller;

record ContractOnPlatform(Caller caller) {}
