package io.jium.payment;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserUpdated;
import io.jium.contracts.builder.Sites;
import io.jium.contracts.deploy.Hosting;
import io.jium.contracts.sync.UserSync;
import io.jium.platform.host.JiumService;

/** The payment service. */
@JiumService(
        name = "payment",
        needs = {Sites.class, Hosting.class},
        answers = UserSync.class,
        hears = {UserCreated.class, UserUpdated.class})
public class PaymentService {}
