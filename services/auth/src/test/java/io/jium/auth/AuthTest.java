package io.jium.auth;

import io.jium.platform.testing.Database;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the tests of a class on both databases, with one host for each. */
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets both before it runs a test.
abstract class AuthTest {

    @Parameter Database database;

    AuthHost auth;

    @BeforeParameterizedClassInvocation
    void start() {
        auth = AuthHost.start(database, settings());
    }

    /** Settings of the host beyond the usual ones. */
    Map<String, String> settings() {
        return Map.of();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        auth.close();
    }
}
