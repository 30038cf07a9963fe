package io.jium.auth;

import io.jium.contracts.notification.Messages;
import io.jium.contracts.payment.Services;
import io.jium.platform.host.JiumService;
import io.jium.platform.saga.ServiceSagas;
import org.springframework.context.annotation.Import;

/** The auth service. */
@JiumService(
        name = "auth",
        needs = {Messages.class, Services.class},
        settings = AuthSettings.class)
@Import(ServiceSagas.class)
public class AuthService {}
