package io.jium.content;

import io.jium.platform.testing.Database;
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
abstract class ContentTest {

    @Parameter Database database;

    ContentHost content;

    @BeforeParameterizedClassInvocation
    void start() {
        content = ContentHost.start(database, services());
    }

    /** Which services run. */
    String services() {
        return "all";
    }

    @AfterParameterizedClassInvocation
    void stop() {
        content.close();
    }
}
