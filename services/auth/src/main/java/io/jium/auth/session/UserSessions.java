package io.jium.auth.session;

import com.nimbusds.jwt.JWTClaimsSet;
import io.jium.auth.AuthSettings;
import io.jium.auth.key.KeyRing;
import io.jium.auth.password.Client;
import io.jium.auth.password.TokenHash;
import io.jium.auth.session.OpenSessions.Session;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Secrets;
import io.jium.platform.security.Security;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens sessions, carries them on and ends them.
 *
 * <p>A refresh token is good for one exchange. One that was exchanged before ends the session, for
 * its holder or somebody else has a copy, with one exception: two tabs of a browser may send the
 * same token at the same moment, so for {@link #GRACE} the token just exchanged is answered with
 * the same successor, as long as that has not been exchanged itself.
 */
@Component
public class UserSessions {

    static final Duration GRACE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(UserSessions.class);

    private final OpenSessions sessions;
    private final Standings standings;
    private final Accounts accounts;
    private final KeyRing keys;
    private final Secrets secrets;
    private final TransactionTemplate transactions;
    private final AuthSettings settings;
    private final Clock clock;

    UserSessions(
            OpenSessions sessions,
            Standings standings,
            Accounts accounts,
            KeyRing keys,
            Secrets secrets,
            TransactionTemplate transactions,
            AuthSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.standings = standings;
        this.accounts = accounts;
        this.keys = keys;
        this.secrets = secrets;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a session for somebody who has proved who he is. Empty when the account was changed
     * since it was read (another password, suspended): the proof is worth nothing then.
     */
    public Optional<Tokens> open(Account account, Client client) {
        var refresh = secrets.token();
        var now = clock.instant();
        var session =
                transactions.execute(status ->
                        accounts.lock(account.id(), account.id()).stream()
                                .filter(Account::isActive)
                                .filter(current -> current.password().equals(account.password()))
                                .findFirst()
                                .map(unchanged ->
                                        sessions.open(
                                                account.id(),
                                                TokenHash.of(refresh),
                                                now,
                                                now.plus(settings.sessionLife()),
                                                client)));
        return session.map(id -> tokens(account, id, refresh));
    }

    /** Exchanges a refresh token for new tokens, or refuses with 401 or 403. */
    public Tokens refresh(String token, Client client) {
        var hash = TokenHash.of(token);
        var id = sessions.ofRefreshToken(hash).orElseThrow(UserSessions::unauthenticated);
        return switch (transactions.execute(status -> exchange(id, hash, client))) {
            case Exchange.Done done -> tokens(done.account, id, done.successor);
            case Exchange.Suspended() ->
                    throw new Refusal(HttpStatus.FORBIDDEN, "account_suspended");
            case Exchange.Over() -> {
                standings.changed(id);
                throw unauthenticated();
            }
        };
    }

    private Exchange exchange(long id, String hash, Client client) {
        var found = sessions.lock(id);
        var now = clock.instant();
        if (found.isEmpty() || !found.get().expiresAt().isAfter(now)) {
            return new Exchange.Over();
        }
        var session = found.get();
        var account = accounts.find(session.userId());
        if (account.isEmpty()) {
            return new Exchange.Over();
        }
        if (!account.get().isActive()) {
            return new Exchange.Suspended();
        }
        var successor =
                session.tokenHash().equals(hash)
                        ? successor(session, client, now)
                        : successorJustGiven(session, hash, now);
        if (successor == null) {
            LOG.warn(
                    "Session {} of user {} is ended: a refresh token was used twice",
                    id,
                    session.userId());
            sessions.end(session.userId(), id);
            return new Exchange.Over();
        }
        return new Exchange.Done(account.get(), successor);
    }

    private String successor(Session session, Client client, Instant now) {
        var successor = secrets.token();
        sessions.exchange(
                session,
                TokenHash.of(successor),
                secrets.seal(successor.getBytes(StandardCharsets.UTF_8)),
                now,
                now.plus(settings.sessionLife()),
                client);
        return successor;
    }

    private @Nullable String successorJustGiven(Session session, String usedHash, Instant now) {
        return sessions.successor(usedHash, now.minus(GRACE))
                .map(sealed -> new String(secrets.open(sealed), StandardCharsets.UTF_8))
                .filter(successor -> TokenHash.of(successor).equals(session.tokenHash()))
                .orElse(null);
    }

    /** Ends one session of the user; false when he has no such session. */
    public boolean end(long userId, long sessionId) {
        var ended = sessions.end(userId, sessionId);
        standings.changed(sessionId);
        return ended;
    }

    /**
     * Ends the user's sessions, except one when it is given. May be part of a transaction; then
     * {@link #changed} follows the commit.
     */
    public void endAll(long userId, @Nullable Long except) {
        sessions.endAll(userId, except);
    }

    /** Users or sessions have changed, and that is committed: it counts from now on. */
    public void changed() {
        standings.changed();
    }

    /** Writes down when sessions were used, and forgets those that have expired. */
    public void tend() {
        var now = clock.instant();
        sessions.seen(standings.takeSeen());
        sessions.forgetSuccessors(now.minus(GRACE));
        sessions.forgetExpired(now);
    }

    private Tokens tokens(Account account, long sessionId, String refresh) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(Security.ISSUER)
                        .subject(Long.toString(account.id()))
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(settings.tokenLife())))
                        .claim("sid", sessionId)
                        .claim("user_id", account.id())
                        .claim("email", account.email())
                        .claim("role", account.role().text())
                        .build();
        return new Tokens(
                keys.sign(claims),
                refresh,
                "Bearer",
                settings.tokenLife().toSeconds(),
                account.view());
    }

    private static Refusal unauthenticated() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
    }

    /** How an exchange ended. */
    private sealed interface Exchange {

        record Done(Account account, String successor) implements Exchange {}

        record Suspended() implements Exchange {}

        record Over() implements Exchange {}
    }
}
