package io.jium.deploy;

import io.jium.contracts.builder.Sites;
import io.jium.platform.host.JiumService;

/** The deploy service. */
@JiumService(name = "deploy", needs = Sites.class)
public class DeployService {}
