package io.jium.acceptance.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.jium.platform.host.JiumService;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The rules, and nothing else: what each forbids is one expression. */
final class Walls {

    static final List<Wall> ALL =
            List.of(
                    Wall.ofEachService(
                            "a service depends on contracts and platform only", Walls::ownGround),
                    Wall.ofTheHouse("platform and contracts know no service", Walls::foundation),
                    Wall.ofTheHouse("contracts know no platform", Walls::pureContracts),
                    Wall.ofTheHouse(
                            "contracts hold only interfaces, records and enums",
                            Walls::publishedLanguage),
                    new Wall(
                            "a service has one public service type, at its root",
                            true,
                            Walls::oneDoor),
                    Wall.ofEachService(
                            "a type is public only where another package of its service uses it",
                            Walls::packagePrivate),
                    Wall.ofEachService(
                            "the packages of a service form no cycle", Walls::oneDirection),
                    Wall.ofTheHouse("every package is null-marked", Walls::nullMarked),
                    Wall.ofTheHouse("names come from the domain", Walls::names),
                    Wall.ofEachService("SQL is in repositories only", Walls::sqlInRepositories),
                    Wall.ofTheHouse("nothing is injected into fields", Walls::noFieldInjection),
                    new Wall(
                            "a transactional method is one that Spring can see",
                            false,
                            Transactions::ignored),
                    Wall.ofTheHouse("nothing sleeps", Walls::noSleeping),
                    Wall.ofTheHouse("nothing prints", Walls::noPrinting),
                    new Wall(
                            "a controller answers below its service's name, or a contract",
                            true,
                            Addresses::foreign),
                    new Wall(
                            "a service names only tables of its own migrations",
                            true,
                            Tables::foreign));

    private Walls() {}

    private static ArchRule ownGround(House house, String service) {
        return noClasses()
                .that()
                .resideInAPackage(house.within(service))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(house.base() + "..")
                                .and(not(resideInAPackage(house.within(service))))
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        house.within("contracts"),
                                                        house.within("platform"),
                                                        // Planted services stand on the real
                                                        // platform.
                                                        "io.jium.contracts..",
                                                        "io.jium.platform.."))));
    }

    private static ArchRule foundation(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.within("platform"), house.within("contracts"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.withinServices());
    }

    private static ArchRule pureContracts(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.within("contracts"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.within("platform"), "io.jium.platform..");
    }

    private static ArchRule publishedLanguage(House house) {
        return classes()
                .that()
                .resideInAPackage(house.within("contracts"))
                .should()
                .beInterfaces()
                .orShould()
                .beRecords()
                .orShould()
                .beEnums();
    }

    private static List<String> oneDoor(House house, String service) {
        var doors =
                house.classes().stream()
                        .filter(type -> type.getPackageName().startsWith(house.service(service)))
                        .filter(type -> type.isAnnotatedWith(JiumService.class))
                        .toList();
        if (doors.size() == 1
                && doors.getFirst().getPackageName().equals(house.service(service))
                && doors.getFirst().getModifiers().contains(JavaModifier.PUBLIC)) {
            return List.of();
        }
        return List.of(service + " has these doors: " + doors);
    }

    private static ArchRule packagePrivate(House house, String service) {
        return classes()
                .that()
                .resideInAPackage(house.within(service))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotAnnotatedWith(JiumService.class)
                .should(
                        Conditions.of(
                                "be used by another package of the service",
                                type ->
                                        // A sealed type may be met through its nested cases only.
                                        type.getPackage().getClasses().stream()
                                                .filter(part -> isPartOf(part, type))
                                                .flatMap(part ->
                                                        part.getDirectDependenciesToSelf().stream())
                                                .map(use -> use.getOriginClass().getPackageName())
                                                .anyMatch(user ->
                                                        !user.equals(type.getPackageName())
                                                                && user.startsWith(
                                                                        house.service(service)))));
    }

    private static boolean isPartOf(JavaClass part, JavaClass type) {
        return part.equals(type) || part.getName().startsWith(type.getName() + "$");
    }

    private static ArchRule oneDirection(House house, String service) {
        var root = house.service(service);
        return SlicesRuleDefinition.slices()
                .assignedFrom(
                        new SliceAssignment() {
                            @Override
                            public SliceIdentifier getIdentifierOf(JavaClass type) {
                                var name = type.getPackageName();
                                return name.equals(root) || name.startsWith(root + ".")
                                        ? SliceIdentifier.of(name)
                                        : SliceIdentifier.ignore();
                            }

                            @Override
                            public String getDescription() {
                                return "packages of " + service;
                            }
                        })
                .should()
                .beFreeOfCycles();
    }

    private static ArchRule nullMarked(House house) {
        return classes()
                .that()
                .resideInAPackage(house.base() + "..")
                .should(
                        Conditions.of(
                                "be in a package marked @NullMarked",
                                type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
    }

    private static ArchRule names(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.base() + "..")
                .should()
                .haveNameMatching(".*(Impl|Utils?|Manager|Dto|DTO|Helper)");
    }

    private static ArchRule sqlInRepositories(House house, String service) {
        return noClasses()
                .that(resideInAPackage(house.within(service)).and(not(isRepository())))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.springframework.jdbc.core..")
                                .or(
                                        describe(
                                                "are statements of JDBC",
                                                type ->
                                                        type.getPackageName().equals("java.sql")
                                                                && type.getSimpleName()
                                                                        .matches(
                                                                                "Connection|.*Statement"))));
    }

    private static DescribedPredicate<JavaClass> isRepository() {
        return describe(
                "are or belong to repositories",
                type -> {
                    for (var at = java.util.Optional.of(type);
                            at.isPresent();
                            at = at.get().getEnclosingClass()) {
                        if (at.get()
                                .isAnnotatedWith(org.springframework.stereotype.Repository.class)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static ArchRule noFieldInjection(House house) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.base() + "..")
                .should()
                .beAnnotatedWith(org.springframework.beans.factory.annotation.Autowired.class)
                .orShould()
                .beAnnotatedWith(org.springframework.beans.factory.annotation.Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    /** Nothing waits for a while in the hope that something has happened by then. */
    private static ArchRule noSleeping(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.base() + "..")
                .and()
                // Making a guesser of passwords wait is what it is for.
                .doNotHaveFullyQualifiedName("io.jium.auth.password.LoginThrottle")
                .should()
                .callMethodWhere(
                        describe(
                                "it is Thread.sleep",
                                call ->
                                        call.getTargetOwner().isEquivalentTo(Thread.class)
                                                && call.getName().equals("sleep")));
    }

    private static ArchRule noPrinting(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.base() + "..")
                .should(ACCESS_STANDARD_STREAMS);
    }

    /** Controllers of a service. */
    static List<JavaClass> controllers(House house, String service) {
        return house.classes().stream()
                .filter(
                        resideInAPackage(house.within(service))
                                .and(
                                        annotatedWith(
                                                        org.springframework.web.bind.annotation
                                                                .RestController.class)
                                                .or(
                                                        annotatedWith(
                                                                org.springframework.stereotype
                                                                        .Controller.class))))
                .toList();
    }
}
