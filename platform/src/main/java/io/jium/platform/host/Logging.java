package io.jium.platform.host;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.jium.platform.host.HostSettings.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Log lines on the console: one readable line, or one JSON object. */
final class Logging {

    private static final String PATTERN =
            "%d{HH:mm:ss.SSS} %highlight(%-5level) %cyan(%-22.22logger{0}) %msg %gray(%X{trace_id}) %n%ex";

    private Logging() {}

    static void configure(LogFormat format) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder(format, context));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(ch.qos.logback.classic.Level.WARN);
        root.addAppender(appender);
        // Flyway was verified with an older H2; our tests verify it with this one.
        context.getLogger("org.flywaydb.core.internal.database.base.Database")
                .setLevel(ch.qos.logback.classic.Level.ERROR);
        // That the platform's migrations come out of order is meant: see ServiceDatabase.
        context.getLogger("org.flywaydb.core.internal.command.DbMigrate")
                .setLevel(ch.qos.logback.classic.Level.ERROR);
        context.getLogger("io.jium").setLevel(ch.qos.logback.classic.Level.INFO);
    }

    private static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        return switch (format) {
            case TEXT -> {
                var encoder = new PatternLayoutEncoder();
                encoder.setContext(context);
                encoder.setPattern(PATTERN);
                encoder.start();
                yield encoder;
            }
            case JSON -> {
                var encoder = new JsonEncoder();
                encoder.setContext(context);
                encoder.start();
                yield encoder;
            }
        };
    }
}
