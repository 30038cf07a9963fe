package io.jium.notification;

import io.jium.platform.host.JiumService;

/** The notification service. */
@JiumService(name = "notification")
public class NotificationService {}
