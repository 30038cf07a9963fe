package io.jium.auth.user;

import io.jium.auth.AuthSettings;
import io.jium.auth.password.Passwords;
import io.jium.auth.user.Accounts.NewAccount;
import io.jium.contracts.auth.UserCreated;
import io.jium.platform.events.Events;
import io.jium.platform.host.HostSettings;
import io.jium.platform.security.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the account with which an operator gets in, when there is no administrator yet. The
 * password is on disk before the account exists: a start that is cut off leaves nobody without it.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String EMAIL = "admin@jium.local";
    private static final int RANDOM_CHARACTERS = 24;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Secrets secrets;
    private final AuthSettings settings;
    private final Events events;
    private final TransactionTemplate transactions;
    private final Path file;

    FirstAdministrator(
            Accounts accounts,
            Passwords passwords,
            Secrets secrets,
            AuthSettings settings,
            Events events,
            TransactionTemplate transactions,
            HostSettings host) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secrets = secrets;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.file = host.data().resolve("admin-password");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.hasAdministrator()) {
            return;
        }
        var given = settings.adminPassword();
        var password = given == null ? random() : given;
        try {
            add(new NewAccount("관리자", EMAIL, passwords.hash(password), Role.ADMIN, "ko", true));
        } catch (DuplicateKeyException anotherProcessWasFirst) {
            return;
        }
        if (given == null) {
            LOG.warn(
                    "First administrator: {} with password {} (also in {}); log in and change it",
                    EMAIL,
                    password,
                    file.getFileName());
        } else {
            LOG.info("First administrator: {} with the password of JIUM_ADMIN_PASSWORD", EMAIL);
        }
    }

    private void add(NewAccount account) {
        transactions.executeWithoutResult(status -> {
            var id = accounts.add(account);
            events.tell(new UserCreated(id, account.name(), account.email(), account.locale()));
        });
    }

    /** A password of an earlier start that was cut off stays the one. */
    private String random() {
        try {
            var draft = Files.createTempFile(file.getParent(), "admin-password", ".new");
            try {
                Files.writeString(
                        draft,
                        secrets.token().substring(0, RANDOM_CHARACTERS) + "\n",
                        StandardOpenOption.SYNC);
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException earlierStart) {
                LOG.info("{} is there already and is used", file.getFileName());
            } finally {
                Files.delete(draft);
            }
            return Files.readString(file).strip();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The administrator's password cannot be kept in " + file, unwritable);
        }
    }
}
