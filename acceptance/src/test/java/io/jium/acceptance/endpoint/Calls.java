package io.jium.acceptance.endpoint;

import static io.jium.acceptance.endpoint.Kind.ADMIN;
import static io.jium.acceptance.endpoint.Kind.OWN;
import static io.jium.acceptance.endpoint.Kind.PUBLIC;
import static io.jium.acceptance.endpoint.Kind.SELF;

import io.jium.acceptance.installation.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** How each endpoint is called rightly: the one list that a new endpoint must be entered in. */
public final class Calls {

    /** A picture of one pixel. */
    public static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static final byte[] DOCUMENT =
            "<!doctype html><html lang=en><title>Brought</title><p>Words from elsewhere"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /** Who is asked for what every service answers. */
    private static final String ASKED = "payment";

    /** Nothing is parked or stuck when all is well. */
    private static final long NONE = 4711;

    private static final Map<String, Use> USES = new LinkedHashMap<>();

    private Calls() {}

    /**
     * @param call with the ids of its argument's belongings
     * @param mixed further calls that name own things and another's together
     */
    public record Use(
            Kind kind,
            Function<Belongings, Call> call,
            List<BiFunction<Belongings, Belongings, Call>> mixed) {

        /** Whether it is this service that answers the call. */
        public boolean isOf(Endpoint endpoint, String service) {
            return endpoint.path()
                    .replace(Endpoints.EVERY_SERVICE, "/" + ASKED)
                    .startsWith("/" + service + "/");
        }
    }

    /** How this endpoint is used; nothing when nobody has entered it. */
    public static Optional<Use> of(Endpoint endpoint) {
        return Optional.ofNullable(USES.get(endpoint.name()));
    }

    /** Endpoints that are in the list. */
    public static Stream<String> entered() {
        return USES.keySet().stream();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void enter(
            Kind kind,
            String endpoint,
            Function<Belongings, Call> call,
            BiFunction<Belongings, Belongings, Call>... mixed) {
        USES.put(endpoint, new Use(kind, call, Arrays.asList(mixed)));
    }

    static {
        auth();
        payment();
        templates();
        pages();
        pieces();
        languages();
        assets();
        boards();
        posts();
        deploy();
        notification();
        everyService();
    }

    private static void everyService() {
        enter(ADMIN, "GET /{service}/events", own -> Call.at("service", ASKED));
        enter(ADMIN, "GET /{service}/events/parked", own -> Call.at("service", ASKED));
        enter(
                ADMIN,
                "POST /{service}/events/parked/{id}/replay",
                own -> Call.at("service", ASKED).and("id", NONE));
        enter(ADMIN, "GET /{service}/sagas", own -> Call.at("service", ASKED));
        enter(
                ADMIN,
                "POST /{service}/sagas/{id}/retry",
                own -> Call.at("service", ASKED).and("id", NONE));
    }

    private static void auth() {
        enter(PUBLIC, "GET /auth/.well-known/jwks.json", own -> Call.PLAIN);
        enter(
                PUBLIC,
                "POST /auth/register",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "name", "Somebody",
                                        "email", "somebody-%d@example.com".formatted(own.page()),
                                        "password", "seven green umbrellas")));
        enter(
                PUBLIC,
                "POST /auth/login",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "email", own.customer().email(),
                                        "password", own.customer().password())));
        enter(
                PUBLIC,
                "POST /auth/refresh",
                own -> Call.PLAIN.sending(Map.of("refresh_token", "not-a-token-of-anybody")));
        enter(SELF, "POST /auth/logout", own -> Call.PLAIN);
        enter(SELF, "GET /auth/sessions", own -> Call.PLAIN);
        enter(OWN, "DELETE /auth/sessions/{id}", own -> Call.at("id", own.session()));
        enter(SELF, "GET /auth/profile", own -> Call.PLAIN);
        enter(
                SELF,
                "PUT /auth/profile",
                own -> Call.PLAIN.sending(Map.of("name", "Renamed", "locale", "en")));
        enter(
                SELF,
                "DELETE /auth/profile",
                own -> Call.PLAIN.sending(Map.of("password", own.customer().password())));
        enter(
                PUBLIC,
                "POST /auth/verify-email",
                own -> Call.PLAIN.sending(Map.of("token", "not-a-token-of-anybody")));
        enter(SELF, "POST /auth/verify-email/resend", own -> Call.PLAIN);
        enter(
                PUBLIC,
                "POST /auth/password-reset",
                own -> Call.PLAIN.sending(Map.of("email", "stranger@example.com")));
        enter(
                PUBLIC,
                "POST /auth/password-reset/confirm",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "token", "not-a-token-of-anybody",
                                        "password", "brand new words 7")));
        enter(ADMIN, "POST /auth/keys/rotate", own -> Call.PLAIN);
        enter(ADMIN, "GET /auth/users", own -> Call.PLAIN.asking("q=customer"));
        enter(
                ADMIN,
                "PUT /auth/users/{id}",
                own -> Call.at("id", own.customer().id()).sending(Map.of("status", "active")));
        enter(ADMIN, "GET /auth/users/{id}/permissions", own -> Call.at("id", own.customer().id()));
        enter(
                ADMIN,
                "PUT /auth/users/{id}/permissions",
                own ->
                        Call.at("id", own.customer().id())
                                .sending(Map.of("permissions", List.of())));
    }

    private static void payment() {
        enter(PUBLIC, "GET /payment/plans", own -> Call.PLAIN);
        enter(SELF, "GET /payment/slugs/{slug}", own -> Call.at("slug", "surely-free"));
        enter(SELF, "GET /payment/services", own -> Call.PLAIN);
        enter(OWN, "GET /payment/services/{id}", own -> Call.at("id", own.site().id()));
        enter(OWN, "POST /payment/services/{id}/archive", own -> Call.at("id", own.site().id()));
        enter(OWN, "POST /payment/services/{id}/trash", own -> Call.at("id", own.site().id()));
        enter(OWN, "POST /payment/services/{id}/restore", own -> Call.at("id", own.site().id()));
        enter(OWN, "DELETE /payment/services/{id}", own -> Call.at("id", own.site().id()));
        enter(SELF, "GET /payment/subscriptions", own -> Call.PLAIN);
        enter(
                ADMIN,
                "POST /payment/admin/services",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "user",
                                                Map.of(
                                                        "name",
                                                        "Invited",
                                                        "email",
                                                        "invited-%d@example.com"
                                                                .formatted(own.site().id())),
                                        "plan_type", "basic",
                                        "template_id", own.template(),
                                        "service",
                                                Map.of(
                                                        "name",
                                                        "Opened",
                                                        "slug",
                                                        "opened-" + own.site().id()))));
        enter(
                SELF,
                "POST /payment/subscribe",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "plan_type", "enterprise",
                                        "template_id", own.template(),
                                        "service",
                                                Map.of(
                                                        "name",
                                                        "More",
                                                        "slug",
                                                        "more-" + own.site().id()))));
    }

    private static void templates() {
        enter(PUBLIC, "GET /builder/templates", own -> Call.PLAIN);
        enter(PUBLIC, "GET /builder/templates/{id}", own -> Call.at("id", own.template()));
        enter(
                PUBLIC,
                "GET /builder/templates/{id}/preview",
                own -> Call.at("id", own.template()).asking("page=index"));
        enter(
                ADMIN,
                "POST /builder/templates",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "name", "Plain",
                                        "type", "test",
                                        "components", Site.project("A template"))));
    }

    private static void pages() {
        enter(OWN, "GET /builder/pages", own -> Call.PLAIN.asking("service_id=" + own.site().id()));
        enter(
                OWN,
                "POST /builder/pages",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "service_id",
                                        own.site().id(),
                                        "title",
                                        "Another",
                                        "slug",
                                        "another",
                                        "content",
                                        Site.content("More words"))));
        enter(OWN, "GET /builder/pages/{id}", own -> Call.at("id", own.page()));
        enter(
                OWN,
                "PUT /builder/pages/{id}",
                own ->
                        Call.at("id", own.page())
                                .with("If-Match", own.etag())
                                .sending(
                                        Map.of(
                                                "title", "Changed",
                                                "slug", "own",
                                                "content", Site.content("Changed words"))));
        enter(
                OWN,
                "PATCH /builder/pages/{id}",
                own ->
                        Call.at("id", own.page())
                                .with("If-Match", own.etag())
                                .sending(
                                        Map.of(
                                                "edit_id",
                                                "edit-1",
                                                "editor",
                                                "window-1",
                                                "changes",
                                                List.of(
                                                        Map.of(
                                                                "op",
                                                                "set",
                                                                "at",
                                                                "p1",
                                                                "field",
                                                                "attributes",
                                                                "name",
                                                                "title",
                                                                "value",
                                                                "Changed")))));
        enter(
                OWN,
                "GET /builder/pages/{id}/changes",
                own -> Call.at("id", own.page()).asking("since=0"));
        enter(
                OWN,
                "PUT /builder/pages/{id}/presence/{editor}",
                own -> Call.at("id", own.page()).and("editor", "window-1"));
        enter(
                OWN,
                "DELETE /builder/pages/{id}/presence/{editor}",
                own -> Call.at("id", own.page()).and("editor", "window-1"));
        enter(OWN, "DELETE /builder/pages/{id}", own -> Call.at("id", own.page()));
        enter(OWN, "GET /builder/pages/{id}/preview", own -> Call.at("id", own.page()));
        enter(
                PUBLIC,
                "GET /builder/previews/{token}/{slug}",
                own -> Call.at("token", own.previewToken()).and("slug", "own"));
        enter(
                PUBLIC,
                "GET /builder/previews/{token}/{language}/{slug}",
                own ->
                        Call.at("token", own.previewToken())
                                .and("language", "ja")
                                .and("slug", "own"));
        enter(OWN, "GET /builder/pages/{id}/versions", own -> Call.at("id", own.page()));
        enter(
                OWN,
                "GET /builder/pages/{id}/versions/{version}",
                own -> Call.at("id", own.page()).and("version", 1));
        enter(
                OWN,
                "PUT /builder/pages/{id}/versions/{version}",
                own ->
                        Call.at("id", own.page())
                                .and("version", 1)
                                .sending(Map.of("name", "As it began")));
        enter(
                OWN,
                "POST /builder/pages/{id}/versions/{version}/restore",
                own -> Call.at("id", own.page()).and("version", 1).with("If-Match", own.etag()));
        enter(
                OWN,
                "POST /builder/sites/{serviceId}/restore",
                own -> Call.at("serviceId", own.site().id()).sending(Map.of("at", own.savedAt())));
        enter(ADMIN, "POST /builder/pages/rebuild", own -> Call.PLAIN);
        enter(OWN, "GET /builder/trash", own -> Call.PLAIN.asking("service_id=" + own.site().id()));
        enter(
                OWN,
                "POST /builder/trash/{id}/restore",
                own -> Call.at("id", own.trashed().toTakeOut()));
        enter(OWN, "DELETE /builder/trash/{id}", own -> Call.at("id", own.trashed().toErase()));
        enter(OWN, "GET /builder/design/{serviceId}", own -> Call.at("serviceId", own.site().id()));
        enter(
                OWN,
                "PATCH /builder/design/{serviceId}",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(Map.of("values", Map.of("--jm-ink", "#123456"))));
        enter(
                OWN,
                "GET /builder/settings/{serviceId}",
                own -> Call.at("serviceId", own.site().id()));
        enter(
                OWN,
                "PUT /builder/settings/{serviceId}",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(
                                        Map.of(
                                                "seo_title",
                                                "Title",
                                                "custom_css",
                                                "p{color:red}",
                                                "cookie_notice",
                                                Map.of(
                                                        "enabled", true,
                                                        "text", "Cookies",
                                                        "policy_url", "/own"),
                                                "meta_tags",
                                                List.of(
                                                        Map.of(
                                                                "name", "author",
                                                                "content", "me")))));
    }

    private static void pieces() {
        enter(OWN, "POST /builder/pages/{id}/duplicate", own -> Call.at("id", own.page()));
        enter(OWN, "GET /builder/menus/{serviceId}", own -> Call.at("serviceId", own.site().id()));
        enter(OWN, "PUT /builder/menus/{serviceId}", Calls::menu);
        enter(
                OWN,
                "GET /builder/redirects/{serviceId}",
                own -> Call.at("serviceId", own.site().id()));
        enter(
                OWN,
                "PUT /builder/redirects/{serviceId}",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(
                                        Map.of(
                                                "redirects",
                                                List.of(
                                                        Map.of(
                                                                "from", "/old",
                                                                "to", "/own",
                                                                "permanent", false)))));
    }

    private static Call menu(Belongings own) {
        var below = Map.of("label", "Below", "url", "https://example.com", "new_tab", true);
        var page = Map.of("page_id", own.page(), "anchor", "top", "children", List.of(below));
        return Call.at("serviceId", own.site().id()).sending(Map.of("entries", List.of(page)));
    }

    private static void languages() {
        enter(
                OWN,
                "GET /builder/sites/{serviceId}/languages",
                own -> Call.at("serviceId", own.site().id()));
        enter(
                OWN,
                "PUT /builder/sites/{serviceId}/languages",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(
                                        Map.of(
                                                "main",
                                                "ko",
                                                "further",
                                                List.of(
                                                        Map.of("language", "ja"),
                                                        Map.of(
                                                                "language", "fr",
                                                                "seo_title", "Titre")))));
        enter(
                OWN,
                "POST /builder/pages/{id}/translations",
                own ->
                        Call.at("id", own.page())
                                .sending(Map.of("language", "fr", "title", "Traduit")));
    }

    private static void assets() {
        enter(
                OWN,
                "GET /builder/assets",
                own -> Call.PLAIN.asking("service_id=" + own.site().id()));
        enter(OWN, "POST /builder/assets", own -> upload(own, "more.gif", PICTURE));
        enter(OWN, "GET /builder/assets/{id}", own -> Call.at("id", own.asset()));
        enter(
                OWN,
                "PATCH /builder/assets/{id}",
                own ->
                        Call.at("id", own.asset())
                                .sending(
                                        Map.of(
                                                "name", "mine",
                                                "alt", "What it shows",
                                                "focal_point", Map.of("x", 30, "y", 70))));
        enter(
                OWN,
                "POST /builder/assets/{id}/crop",
                own ->
                        Call.at("id", own.asset())
                                .sending(Map.of("x", 0, "y", 0, "width", 1, "height", 1)));
        enter(OWN, "DELETE /builder/assets/{id}", own -> Call.at("id", own.asset()));
        enter(OWN, "POST /builder/import", own -> upload(own, "brought.html", DOCUMENT));
        enter(
                PUBLIC,
                "GET /builder/files/{sha256}/{name}",
                own -> Call.at("sha256", own.assetAddress().split("/")[3]).and("name", "own.gif"));
    }

    private static Call upload(Belongings own, String name, byte[] file) {
        var texts = Map.of("service_id", Long.toString(own.site().id()));
        return Call.PLAIN.uploading(new Call.Form(texts, name, file));
    }

    private static void boards() {
        enter(
                PUBLIC,
                "GET /content/boards",
                own -> Call.PLAIN.asking("service_id=" + own.site().id()));
        enter(
                OWN,
                "POST /content/boards",
                own ->
                        Call.PLAIN.sending(
                                Map.of(
                                        "service_id", own.site().id(),
                                        "name", "Another",
                                        "slug", "another",
                                        "type", "notice",
                                        "settings",
                                                Map.of("order", "oldest", "show_author", true))));
        enter(PUBLIC, "GET /content/boards/{id}", own -> Call.at("id", own.spoken().board()));
        enter(
                OWN,
                "PUT /content/boards/{id}",
                own ->
                        Call.at("id", own.spoken().board())
                                .with("If-Match", own.spoken().boardEtag())
                                .sending(
                                        Map.of(
                                                "name", "Changed",
                                                "slug", "changed",
                                                "type", "faq",
                                                "is_active", true,
                                                "settings", Map.of("show_views", false))));
        enter(OWN, "DELETE /content/boards/{id}", own -> Call.at("id", own.spoken().board()));
    }

    private static void posts() {
        enter(
                PUBLIC,
                "GET /content/boards/{id}/posts",
                own -> Call.at("id", own.spoken().board()).asking("status=published&q=words"));
        enter(
                OWN,
                "POST /content/boards/{id}/posts",
                own ->
                        Call.at("id", own.spoken().board())
                                .sending(
                                        Map.of(
                                                "title", "Another",
                                                "content", "<p>More words",
                                                "status", "draft")));
        enter(PUBLIC, "GET /content/posts/{id}", own -> Call.at("id", own.spoken().post()));
        enter(
                OWN,
                "PUT /content/posts/{id}",
                own ->
                        Call.at("id", own.spoken().post())
                                .with("If-Match", own.spoken().postEtag())
                                .sending(
                                        Map.of(
                                                "title", "Changed",
                                                "content", "<p>Changed words",
                                                "status", "published")));
        enter(OWN, "DELETE /content/posts/{id}", own -> Call.at("id", own.spoken().post()));
    }

    private static void deploy() {
        enter(
                OWN,
                "POST /deploy/site/{serviceId}",
                own -> Call.at("serviceId", own.site().id()).sending(Map.of("note", "A note")));
        enter(
                OWN,
                "GET /deploy/site/{serviceId}/releases",
                own -> Call.at("serviceId", own.site().id()));
        enter(
                OWN,
                "POST /deploy/site/{serviceId}/rollback",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(Map.of("release_id", own.release())),
                (mine, theirs) ->
                        Call.at("serviceId", mine.site().id())
                                .sending(Map.of("release_id", theirs.release())));
        enter(
                OWN,
                "PUT /deploy/site/{serviceId}/visibility",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(Map.of("visibility", "maintenance")));
        enter(
                OWN,
                "PUT /deploy/site/{serviceId}/schedule",
                own ->
                        Call.at("serviceId", own.site().id())
                                .sending(
                                        Map.of(
                                                "publish_at",
                                                Instant.now().plus(Duration.ofDays(1)).toString(),
                                                "note",
                                                "A note")));
        enter(
                OWN,
                "DELETE /deploy/site/{serviceId}/schedule",
                own -> Call.at("serviceId", own.site().id()));
        enter(OWN, "GET /deploy/status/{serviceId}", own -> Call.at("serviceId", own.site().id()));
        enter(
                OWN,
                "GET /deploy/status/{serviceId} as text/event-stream",
                own -> Call.at("serviceId", own.site().id()).with("Accept", "text/event-stream"));
    }

    private static void notification() {
        enter(PUBLIC, "GET /notification/mailbox", own -> Call.PLAIN);
        enter(PUBLIC, "GET /notification/mailbox/{id}", own -> Call.at("id", 1));
    }
}
