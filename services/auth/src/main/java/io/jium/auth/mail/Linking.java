package io.jium.auth.mail;

import io.jium.auth.mail.PendingMessages.Pending;
import io.jium.auth.password.TokenHash;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.contracts.notification.Messages.Message;
import io.jium.platform.host.PublicAddress;
import io.jium.platform.problem.Problems;
import io.jium.platform.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the message of a pending row: whom it greets, in which language, with which link. */
@Component
class Linking {

    /** Who asks for resets again and again gets one message a minute. */
    private static final Duration BETWEEN_RESETS = Duration.ofMinutes(1);

    private static final int ID_DIGITS = 32;

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final PendingMessages pending;
    private final Secrets secrets;
    private final Problems texts;
    private final PublicAddress address;
    private final TransactionTemplate transactions;

    Linking(
            Accounts accounts,
            OneTimeTokens tokens,
            PendingMessages pending,
            Secrets secrets,
            Problems texts,
            PublicAddress address,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.pending = pending;
        this.secrets = secrets;
        this.texts = texts;
        this.address = address;
        this.transactions = transactions;
    }

    /** Empty when nothing is to be sent: no such account, or no need any more. */
    Optional<Message> message(Pending row) {
        return accounts.byEmail(row.email())
                .filter(account -> isWanted(row, account))
                .map(account -> message(row, account, token(row, account)));
    }

    private boolean isWanted(Pending row, Account account) {
        return account.isActive()
                && switch (row.purpose()) {
                    case VERIFY_EMAIL -> account.emailVerifiedAt() == null;
                    case RESET_PASSWORD ->
                            row.sealedToken() != null
                                    || !tokens.givenWithin(
                                            BETWEEN_RESETS, account.id(), row.purpose());
                };
    }

    /**
     * The token of the first try, as long as it works: that try may have arrived without our
     * knowing, and its link must not die by our trying again.
     */
    private String token(Pending row, Account account) {
        var sealed = row.sealedToken();
        if (sealed != null) {
            var token = new String(secrets.open(sealed), StandardCharsets.UTF_8);
            if (tokens.holder(token, row.purpose()).isPresent()) {
                return token;
            }
        }
        return transactions.execute(status -> {
            var token = tokens.make(account.id(), row.purpose());
            pending.keepToken(row.id(), secrets.seal(token.getBytes(StandardCharsets.UTF_8)));
            return token;
        });
    }

    private Message message(Pending row, Account account, String token) {
        var language = Locale.of(account.locale());
        var link = address.console(row.purpose().page + "?token=" + token);
        var key = "mail." + row.purpose().text();
        return new Message(
                "auth-" + TokenHash.of(token).substring(0, ID_DIGITS),
                account.email(),
                texts.text(key + ".subject", language),
                texts.text(key + ".text", language, link),
                link);
    }
}
