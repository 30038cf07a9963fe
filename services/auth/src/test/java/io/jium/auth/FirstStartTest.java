package io.jium.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.fakes.FakeNotification;
import io.jium.platform.settings.WrongSettings;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstStartTest {

    private static final List<Class<?>> SERVICES =
            List.of(AuthService.class, FakeNotification.class);

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRandomPasswordIsKeptForTheOperatorAlone(Database database) throws IOException {
        try (var host = RunningHost.start(SERVICES, database, Map.of(), new TestClock())) {
            var file = host.data().resolve("admin-password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var password = Files.readString(file).strip();
            assertThat(password).hasSizeGreaterThanOrEqualTo(20);
            var login = Map.of("email", "admin@jium.local", "password", password);
            assertThat(host.api().post("/auth/login", login).status()).isEqualTo(200);
            host.restart();
            assertThat(Files.readString(file).strip()).isEqualTo(password);
            assertThat(host.api().post("/auth/login", login).status()).isEqualTo(200);
        }
    }

    @Test
    void cookiesAreSecureWhenTheInstallationIsReachedByHttps() {
        var settings =
                Map.of(
                        "JIUM_PUBLIC_URL",
                        "https://jium.example/",
                        "JIUM_ADMIN_PASSWORD",
                        AuthHost.ADMIN_PASSWORD);
        try (var host = RunningHost.start(SERVICES, Database.H2, settings, new TestClock())) {
            var login =
                    host.api()
                            .post(
                                    "/auth/login",
                                    Map.of(
                                            "email",
                                            "admin@jium.local",
                                            "password",
                                            AuthHost.ADMIN_PASSWORD));
            assertThat(login.headers("Set-Cookie"))
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
        }
    }

    @Test
    void impossibleSettingsStopTheStart() {
        for (var wrong :
                Map.of(
                                "JIUM_ADMIN_PASSWORD", "short",
                                "JIUM_AUTH_TOKEN_LIFE", "0s",
                                "JIUM_AUTH_SESSION_LIFE", "1h")
                        .entrySet()) {
            assertThatThrownBy(() ->
                            RunningHost.start(
                                    SERVICES,
                                    Database.H2,
                                    Map.of(wrong.getKey(), wrong.getValue()),
                                    new TestClock()))
                    .isInstanceOf(WrongSettings.class)
                    .hasMessageContaining(wrong.getKey());
        }
    }
}
