package io.jium.content;

import io.jium.contracts.sync.UserSync;
import org.springframework.web.bind.annotation.RestController;

/** Users told outright, beside the events. */
@RestController
class SyncEndpoint implements UserSync {

    private final KnownUsers users;

    SyncEndpoint(KnownUsers users) {
        this.users = users;
    }

    @Override
    public void sync(User user) {
        users.keep(user.userId(), user.name(), user.email());
    }
}
