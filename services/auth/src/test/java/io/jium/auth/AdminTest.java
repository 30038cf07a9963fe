package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.auth.AuthHost.Person;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Api.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdminTest extends AuthTest {

    @Test
    void theFirstAdministratorIsThere() {
        var profile = auth.admin().api().get("/auth/profile").json();
        assertThat(profile.path("role").asString()).isEqualTo("admin");
        assertThat(profile.path("email_verified_at").isNull()).isFalse();
        assertThat(auth.host.data().resolve("admin-password")).doesNotExist();
    }

    @Test
    void listsAndFindsUsers() {
        var admin = auth.admin().api();
        var people = List.of(auth.register(), auth.register(), auth.register());
        var found = new ArrayList<Long>();
        var next = "";
        do {
            var page = admin.get("/auth/users?limit=2" + next).json();
            page.path("data").forEach(user -> found.add(user.path("id").asLong()));
            next =
                    page.path("next_cursor").isNull()
                            ? ""
                            : "&cursor=" + page.path("next_cursor").asString();
        } while (!next.isEmpty());
        assertThat(found)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder())
                .containsAll(people.stream().map(Person::id).toList());
        var one = people.getFirst();
        assertThat(ids(admin.get("/auth/users?q=" + one.email().toUpperCase(Locale.ROOT))))
                .containsExactly(one.id());
        assertThat(ids(admin.get("/auth/users?q=%25"))).as("a literal percent").isEmpty();
        assertThat(ids(admin.get("/auth/users?q=_@"))).as("a literal underscore").isEmpty();
        assertThat(ids(admin.get("/auth/users?limit=100&q=%EC%A7%80%EC%9D%8C"))).contains(one.id());
    }

    private static List<Long> ids(Answer list) {
        return list.json()
                .path("data")
                .valueStream()
                .map(user -> user.path("id").asLong())
                .toList();
    }

    @Test
    void aSuspendedUserIsOutAtOnceAndInAgainWhenActivated() {
        var admin = auth.admin().api();
        var person = auth.register();
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
        var suspended = change(admin, person.id(), Map.of("status", "suspended"));
        assertThat(suspended.json().path("status").asString()).isEqualTo("suspended");
        assertThat(person.api().get("/auth/profile").code()).isEqualTo("account_suspended");
        assertThat(auth.refresh(person.refresh()).code()).isEqualTo("account_suspended");
        var login = auth.tryLogin(person.email(), PASSWORD);
        assertThat(login.status()).isEqualTo(403);
        assertThat(login.code()).isEqualTo("account_suspended");
        assertThat(login.json().path("title").asString()).isEqualTo("This account is suspended");
        assertThat(auth.tryLogin(person.email(), "wrong one").status()).isEqualTo(401);
        change(admin, person.id(), Map.of("status", "active"));
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(auth.refresh(person.refresh()).status()).isEqualTo(200);
    }

    @Test
    void aNewRoleCountsAtOnce() {
        var admin = auth.admin().api();
        var person = auth.register();
        assertThat(person.api().get("/auth/users").status()).isEqualTo(403);
        change(admin, person.id(), Map.of("role", "admin"));
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(401);
        var promoted = auth.login(person.email(), PASSWORD);
        assertThat(promoted.api().get("/auth/users").status()).isEqualTo(200);
        change(admin, person.id(), Map.of("role", "user"));
        assertThat(promoted.api().get("/auth/users").status()).isEqualTo(401);
        var demoted = auth.person(auth.tryLogin(person.email(), PASSWORD));
        assertThat(demoted.api().get("/auth/users").status()).isEqualTo(403);
    }

    @Test
    void nobodyLocksHimselfOut() {
        var admin = auth.admin();
        for (var change : List.of(Map.of("status", "suspended"), Map.of("role", "user"))) {
            var answer = change(admin.api(), admin.id(), change);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("own_account");
        }
        assertThat(change(admin.api(), admin.id(), Map.of("role", "admin")).status())
                .isEqualTo(200);
    }

    @Test
    void twoAdministratorsWhoDemoteEachOtherDoNotBothSucceed() throws Exception {
        var admin = auth.admin().api();
        for (var round = 0; round < 3; round++) {
            var one = promoted(admin);
            var other = promoted(admin);
            var turns = new AtomicInteger();
            var statuses =
                    Together.run(
                            2,
                            () ->
                                    turns.getAndIncrement() == 0
                                            ? change(one.api(), other.id(), Map.of("role", "user"))
                                                    .status()
                                            : change(other.api(), one.id(), Map.of("role", "user"))
                                                    .status());
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses).containsAnyOf(401, 403);
        }
    }

    private Person promoted(Api admin) {
        var person = auth.register();
        change(admin, person.id(), Map.of("role", "admin"));
        return auth.login(person.email(), PASSWORD);
    }

    @Test
    void tellsMistakes() {
        var admin = auth.admin().api();
        var person = auth.register();
        assertThat(change(admin, person.id(), Map.of("status", "gone")).errors())
                .containsExactly("status:unknown");
        assertThat(change(admin, person.id(), Map.of("role", "root")).errors())
                .containsExactly("role:unknown");
        assertThat(change(admin, 123456789, Map.of("role", "user")).status()).isEqualTo(404);
        assertThat(change(person.api(), person.id(), Map.of("role", "admin")).status())
                .isEqualTo(403);
        assertThat(auth.api().get("/auth/users").status()).isEqualTo(401);
    }

    @Test
    void grantsAndRevokesPermissions() {
        var admin = auth.admin();
        var person = auth.register();
        var address = "/auth/users/" + person.id() + "/permissions";
        assertThat(granted(admin.api().get(address))).isEmpty();
        assertThat(granted(admin.api().get("/auth/users/" + admin.id() + "/permissions")))
                .containsExactly("sites.manage", "templates.manage", "users.manage");
        var wanted = Map.of("permissions", List.of("users.manage", "sites.manage", "users.manage"));
        assertThat(granted(admin.api().put(address, wanted)))
                .containsExactly("sites.manage", "users.manage");
        assertThat(admin.api().put(address, Map.of("permissions", List.of("fly"))).errors())
                .containsExactly("permissions:unknown");
        assertThat(person.api().get(address).status()).isEqualTo(403);
        assertThat(person.api().put(address, wanted).status()).isEqualTo(403);

        assertThat(person.api().get("/auth/users").status()).isEqualTo(200);
        var other = auth.register();
        assertThat(change(person.api(), other.id(), Map.of("status", "suspended")).status())
                .isEqualTo(200);
        assertThat(change(person.api(), other.id(), Map.of("role", "admin")).status())
                .isEqualTo(403);
        assertThat(change(person.api(), admin.id(), Map.of("status", "suspended")).status())
                .isEqualTo(403);

        assertThat(granted(admin.api().put(address, Map.of("permissions", List.of())))).isEmpty();
        assertThat(person.api().get("/auth/users").status()).isEqualTo(403);
    }

    private static List<String> granted(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("permissions")
                .valueStream()
                .map(name -> name.asString())
                .toList();
    }

    private static Answer change(Api api, long id, Map<String, String> change) {
        return api.put("/auth/users/" + id, change);
    }
}
