package io.jium.content;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserDeleted;
import io.jium.contracts.auth.UserUpdated;
import io.jium.contracts.payment.ServiceCreated;
import io.jium.contracts.payment.ServiceDeleted;
import io.jium.contracts.payment.Services;
import io.jium.contracts.sync.UserSync;
import io.jium.platform.host.JiumService;

/** The content service. */
@JiumService(
        name = "content",
        needs = Services.class,
        answers = UserSync.class,
        hears = {
            UserCreated.class,
            UserUpdated.class,
            UserDeleted.class,
            ServiceCreated.class,
            ServiceDeleted.class
        })
public class ContentService {}
