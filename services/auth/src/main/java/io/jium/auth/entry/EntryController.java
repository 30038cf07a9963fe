package io.jium.auth.entry;

import io.jium.auth.password.Client;
import io.jium.auth.session.TokenCookies;
import io.jium.auth.session.Tokens;
import io.jium.auth.session.UserSessions;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Anonymous;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering and logging in. */
@RestController
@Anonymous
@RequestMapping("/auth")
class EntryController {

    private final Registering registering;
    private final Credentials credentials;
    private final UserSessions sessions;
    private final TokenCookies cookies;

    EntryController(
            Registering registering,
            Credentials credentials,
            UserSessions sessions,
            TokenCookies cookies) {
        this.registering = registering;
        this.credentials = credentials;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    Tokens register(
            @RequestBody Registering.Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var tokens =
                registering.register(
                        form, Problems.language(request).getLanguage(), Client.of(request));
        cookies.set(tokens, request, response);
        return tokens;
    }

    record LoginRequest(@Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "login";
        }
    }

    @PostMapping("/login")
    Tokens login(
            @RequestBody LoginRequest login,
            HttpServletRequest request,
            HttpServletResponse response) {
        var fields = new Fields();
        var email = Fields.normalised(fields.required("email", login.email));
        var password = fields.required("password", login.password);
        fields.check();
        var client = Client.of(request);
        var account =
                credentials
                        .account(email, password, client)
                        .orElseThrow(EntryController::invalidCredentials);
        if (!account.isActive()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "account_suspended");
        }
        var tokens =
                sessions.open(account, client).orElseThrow(EntryController::invalidCredentials);
        cookies.set(tokens, request, response);
        return tokens;
    }

    private static Refusal invalidCredentials() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "invalid_credentials");
    }
}
