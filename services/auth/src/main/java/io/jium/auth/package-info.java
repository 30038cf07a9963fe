/**
 * Who people are: accounts, passwords, sessions, access tokens and the keys that sign them. Nobody
 * else stores a password or signs a token.
 */
@NullMarked
package io.jium.auth;

import org.jspecify.annotations.NullMarked;
