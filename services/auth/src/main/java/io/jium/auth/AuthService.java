package io.jium.auth;

import io.jium.contracts.notification.Messages;
import io.jium.platform.host.JiumService;

/** The auth service. */
@JiumService(name = "auth", needs = Messages.class, settings = AuthSettings.class)
public class AuthService {}
