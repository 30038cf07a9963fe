package io.jium.auth.key;

import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;

/**
 * A key pair and when it counts.
 *
 * @param generation 1 for the first key of the installation, then counted up
 * @param tokenLife the longest life of a token it may have signed
 */
record SigningKey(
        int generation,
        RSAKey pair,
        JWSSigner signer,
        Instant createdAt,
        Instant signsFrom,
        Duration tokenLife) {}
