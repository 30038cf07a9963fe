package io.jium.auth.entry;

import io.jium.auth.leaving.Leaving;
import io.jium.auth.password.Client;
import io.jium.auth.session.TokenCookies;
import io.jium.auth.user.Accounts;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deleting one's own account. */
@RestController
@RequestMapping("/auth/profile")
class LeavingController {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Leaving leaving;
    private final TokenCookies cookies;

    LeavingController(
            Accounts accounts, Credentials credentials, Leaving leaving, TokenCookies cookies) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.leaving = leaving;
        this.cookies = cookies;
    }

    record Farewell(@Nullable String password) {

        @Override
        public String toString() {
            return "farewell";
        }
    }

    /** A stolen session is not enough; a guess at the password counts like one at the login. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @RequestBody Farewell farewell,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var fields = new Fields();
        var password = fields.required("password", farewell.password);
        fields.check();
        var account = accounts.find(caller.userId()).orElseThrow(NotFound::new);
        if (credentials.account(account.email(), password, Client.of(request)).isEmpty()) {
            throw InvalidFields.of("password", "wrong");
        }
        leaving.leave(account.id());
        cookies.clear(request, response);
    }
}
