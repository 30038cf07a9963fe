package io.jium.builder;

import io.jium.platform.host.JiumService;

/** The builder service. */
@JiumService(name = "builder", settings = BuilderSettings.class)
public class BuilderService {}
