package io.jium.platform.host;

import io.jium.platform.security.ServiceCredentials;
import io.jium.platform.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What concerns the process as a whole. */
public record HostSettings(
        @Setting(
                        name = "JIUM_PORT",
                        standard = "8080",
                        help = "Port the process listens on; 0 picks a free one.")
                int port,
        @Setting(
                        name = "JIUM_RUN",
                        standard = "all",
                        help =
                                "Parts this process runs: `all`, or names separated by commas: services, `gateway` (console, API documents and the way to the services, here or elsewhere), `edge` (published sites).")
                String run,
        @Setting(
                        name = "JIUM_DATA",
                        standard = "data",
                        help = "Folder of databases, files, published sites and generated secrets.")
                Path data,
        @Setting(
                        name = "JIUM_DATABASE_URL",
                        help =
                                "`jdbc:mariadb://host:3306`; each service uses its own database `<service>_db`. Absent: H2 files.")
                @Nullable String databaseUrl,
        @Setting(name = "JIUM_DATABASE_USER", help = "User of all the databases.")
                @Nullable String databaseUser,
        @Setting(name = "JIUM_DATABASE_PASSWORD", help = "Password of that user.", secret = true)
                @Nullable String databasePassword,
        @Setting(
                        name = "JIUM_REDIS_URL",
                        help =
                                "`redis://host:port`, `redis-sentinel://host,host#master` or `redis-cluster://host:port,host:port` (`rediss…` with TLS): carries events and keeps limits and sessions of several processes. Absent: services tell each other directly.",
                        secret = true)
                @Nullable String redisUrl,
        @Setting(
                        name = "JIUM_SITES_DOMAIN",
                        standard = "localhost",
                        help = "Published sites answer at `<slug>.<this domain>`.")
                String sitesDomain,
        @Setting(
                        name = "JIUM_PUBLIC_URL",
                        help =
                                "Address at which people reach the console; links in messages start with it. Absent: `http://localhost:<port>`.")
                @Nullable String publicUrl,
        @Setting(
                        name = "JIUM_TRUSTED_PROXIES",
                        standard = "127.0.0.0/8,::1",
                        help =
                                "Networks of proxies in front of us, separated by commas: what they say of a caller's address and scheme (`X-Forwarded-For`, `-Proto`) is believed. A gateway in another process is such a proxy.")
                String trustedProxies,
        @Setting(
                        name = "JIUM_BINDING",
                        standard = "local",
                        help =
                                "How services of one process call each other: `local` (directly) or `loopback` (over HTTP, for tests).")
                Mode binding,
        @Setting(
                        name = "JIUM_SERVICE_SECRET",
                        help =
                                "Secrets with which services call each other, separated by commas, of at least 32 characters each: the first one signs, all are accepted. Absent: `<data>/secrets/service`, one a line, generated.",
                        secret = true)
                @Nullable String serviceSecret,
        @Setting(
                        name = "JIUM_METRICS_TOKEN",
                        help =
                                "Bearer token for `/actuator/prometheus`; generated in the data folder (`secrets/metrics`) when absent.",
                        secret = true)
                @Nullable String metricsToken,
        @Setting(
                        name = "JIUM_LOG_FORMAT",
                        standard = "text",
                        help =
                                "`text` for people, `json` for machines (one object a line, with trace ids).")
                LogFormat logFormat,
        @Setting(
                        name = "JIUM_STOP_TIMEOUT",
                        standard = "20s",
                        help =
                                "How long requests under way may take to end when the process is asked to stop.")
                Duration stopTimeout,
        @Setting(
                        name = "JIUM_AUTH_URL",
                        help = "Where the auth service is when it is not in this process.")
                @Nullable String authUrl,
        @Setting(name = "JIUM_AUTH_TIMEOUT", standard = "30s", help = "Time limit of a call to it.")
                Duration authTimeout,
        @Setting(
                        name = "JIUM_PAYMENT_URL",
                        help = "Where the payment service is when it is not in this process.")
                @Nullable String paymentUrl,
        @Setting(
                        name = "JIUM_PAYMENT_TIMEOUT",
                        standard = "30s",
                        help = "Time limit of a call to it.")
                Duration paymentTimeout,
        @Setting(
                        name = "JIUM_BUILDER_URL",
                        help = "Where the builder service is when it is not in this process.")
                @Nullable String builderUrl,
        @Setting(
                        name = "JIUM_BUILDER_TIMEOUT",
                        standard = "30s",
                        help = "Time limit of a call to it.")
                Duration builderTimeout,
        @Setting(
                        name = "JIUM_CONTENT_URL",
                        help = "Where the content service is when it is not in this process.")
                @Nullable String contentUrl,
        @Setting(
                        name = "JIUM_CONTENT_TIMEOUT",
                        standard = "30s",
                        help = "Time limit of a call to it.")
                Duration contentTimeout,
        @Setting(
                        name = "JIUM_DEPLOY_URL",
                        help = "Where the deploy service is when it is not in this process.")
                @Nullable String deployUrl,
        @Setting(
                        name = "JIUM_DEPLOY_TIMEOUT",
                        standard = "30s",
                        help = "Time limit of a call to it.")
                Duration deployTimeout,
        @Setting(
                        name = "JIUM_NOTIFICATION_URL",
                        help = "Where the notification service is when it is not in this process.")
                @Nullable String notificationUrl,
        @Setting(
                        name = "JIUM_NOTIFICATION_TIMEOUT",
                        standard = "30s",
                        help = "Time limit of a call to it.")
                Duration notificationTimeout) {

    public HostSettings {
        TrustedProxies.networks(trustedProxies);
        if (serviceSecret != null && !ServiceCredentials.areGood(serviceSecret)) {
            throw new IllegalArgumentException(
                    "JIUM_SERVICE_SECRET: each secret needs at least 32 characters");
        }
    }

    /** How contracts between services of this process are bound. */
    public enum Mode {
        LOCAL,
        LOOPBACK
    }

    /** How log lines look. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    /** Which of the known parts are to run here; an unknown name is refused. */
    public Set<String> parts(Set<String> known) {
        if (run.equals("all")) {
            return known;
        }
        var wanted = new LinkedHashSet<>(Arrays.stream(run.split(",")).map(String::strip).toList());
        for (var name : wanted) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "JIUM_RUN: there is no part '%s', only %s".formatted(name, known));
            }
        }
        return wanted;
    }

    /** Addresses of services elsewhere, by name. */
    public Map<String, Remote> remotes() {
        var remotes = new TreeMap<String, Remote>();
        add(remotes, "auth", authUrl, authTimeout);
        add(remotes, "payment", paymentUrl, paymentTimeout);
        add(remotes, "builder", builderUrl, builderTimeout);
        add(remotes, "content", contentUrl, contentTimeout);
        add(remotes, "deploy", deployUrl, deployTimeout);
        add(remotes, "notification", notificationUrl, notificationTimeout);
        return remotes;
    }

    private static void add(
            Map<String, Remote> remotes, String name, @Nullable String url, Duration timeout) {
        if (url != null) {
            remotes.put(name, new Remote(url, timeout));
        }
    }

    /** A service in another process. */
    public record Remote(String url, Duration timeout) {}
}
