package io.jium.payment;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserDeleted;
import io.jium.contracts.auth.UserUpdated;
import io.jium.contracts.auth.Users;
import io.jium.contracts.builder.Sites;
import io.jium.contracts.deploy.Hosting;
import io.jium.contracts.sync.UserSync;
import io.jium.platform.host.JiumService;
import io.jium.platform.saga.ServiceSagas;
import org.springframework.context.annotation.Import;

/** The payment service. */
@JiumService(
        name = "payment",
        settings = PaymentSettings.class,
        needs = {Users.class, Sites.class, Hosting.class},
        answers = UserSync.class,
        hears = {UserCreated.class, UserUpdated.class, UserDeleted.class})
@Import(ServiceSagas.class)
public class PaymentService {}
