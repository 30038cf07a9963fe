package io.jium.platform.saga.air;

import io.jium.platform.host.JiumService;

/** Reserves flights and rooms. */
@JiumService(name = "air")
public class AirService {}
