package io.jium.auth.entry;

import io.jium.auth.mail.OneTimeTokens;
import io.jium.auth.mail.Outgoing;
import io.jium.auth.mail.Purpose;
import io.jium.auth.password.PasswordPolicy;
import io.jium.auth.password.Passwords;
import io.jium.auth.session.UserSessions;
import io.jium.auth.user.Accounts;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links in messages: asking for one, and following it. */
@RestController
@RequestMapping("/auth")
class LinkController {

    private static final Duration BETWEEN_MESSAGES = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final Outgoing outgoing;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final UserSessions sessions;
    private final TransactionTemplate transactions;

    LinkController(
            Accounts accounts,
            OneTimeTokens tokens,
            Outgoing outgoing,
            PasswordPolicy policy,
            Passwords passwords,
            UserSessions sessions,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.outgoing = outgoing;
        this.policy = policy;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    record TokenRequest(@Nullable String token) {}

    @Anonymous
    @PostMapping("/verify-email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(@RequestBody TokenRequest body) {
        var token = required("token", body.token);
        var user = holder(token, Purpose.VERIFY_EMAIL);
        transactions.executeWithoutResult(status -> {
            use(token, Purpose.VERIFY_EMAIL);
            accounts.verified(user);
        });
    }

    @PostMapping("/verify-email/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(Caller caller) {
        var account = accounts.find(caller.userId()).orElseThrow(NotFound::new);
        if (account.emailVerifiedAt() != null) {
            return;
        }
        if (tokens.givenWithin(BETWEEN_MESSAGES, account.id(), Purpose.VERIFY_EMAIL)) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests")
                    .header("Retry-After", Long.toString(BETWEEN_MESSAGES.toSeconds()));
        }
        outgoing.add(Purpose.VERIFY_EMAIL, account.email());
        outgoing.wake();
    }

    record ResetRequest(@Nullable String email) {}

    /** Whether there is such an account is looked up later, so that the time tells nothing. */
    @Anonymous
    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void reset(@RequestBody ResetRequest body) {
        var text = required("email", body.email);
        var fields = new Fields();
        var email = fields.email(text);
        if (!email.isEmpty()) {
            outgoing.add(Purpose.RESET_PASSWORD, email);
            outgoing.wake();
        }
    }

    record NewPassword(@Nullable String token, @Nullable String password) {

        @Override
        public String toString() {
            return "new password";
        }
    }

    /** Who can read the mail has also shown that the address is his. */
    @Anonymous
    @PostMapping("/password-reset/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody NewPassword body) {
        var token = required("token", body.token);
        var user = holder(token, Purpose.RESET_PASSWORD);
        var account = accounts.find(user).orElseThrow(NotFound::new);
        var fields = new Fields();
        fields.add(policy.mistake("password", body.password, account.email()));
        fields.check();
        var hash = passwords.hash(fields.required("password", body.password));
        transactions.executeWithoutResult(status -> {
            use(token, Purpose.RESET_PASSWORD);
            accounts.changePassword(user, hash);
            accounts.verified(user);
            sessions.endAll(user, null);
        });
        sessions.changed();
    }

    private long holder(String token, Purpose purpose) {
        return tokens.holder(token, purpose).orElseThrow(LinkController::expired);
    }

    private void use(String token, Purpose purpose) {
        if (!tokens.use(token, purpose)) {
            throw expired();
        }
    }

    private static InvalidFields expired() {
        return InvalidFields.of("token", "expired");
    }

    private static String required(String field, @Nullable String text) {
        var fields = new Fields();
        var given = fields.required(field, text);
        fields.check();
        return given;
    }
}
