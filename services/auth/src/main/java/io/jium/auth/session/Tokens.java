package io.jium.auth.session;

import io.jium.auth.user.Account;

/**
 * What a client holds after it has logged in.
 *
 * @param expiresIn seconds for which the access token is valid
 */
public record Tokens(
        String accessToken,
        String refreshToken,
        String tokenType,
        long expiresIn,
        Account.View user) {

    @Override
    public String toString() {
        return "tokens of user " + user.id();
    }
}
