package io.jium.acceptance.walls.planted.cherry;

import io.jium.platform.host.JiumService;

@JiumService(name = "cherry")
public class CherryService {}
