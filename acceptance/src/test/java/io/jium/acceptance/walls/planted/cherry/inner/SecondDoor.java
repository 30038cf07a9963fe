package io.jium.acceptance.walls.planted.cherry.inner;

import io.jium.platform.host.JiumService;

@JiumService(name = "cherry2")
class SecondDoor {}
