package io.jium.platform.events.shop;

import io.jium.platform.host.JiumService;

/** Tells what it sells. */
@JiumService(name = "shop")
public class ShopService {}
