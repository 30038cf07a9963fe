package io.jium.acceptance.walls;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A rule of the architecture.
 *
 * @param check tells what breaks it, a line each
 */
record Wall(String name, boolean isForEachService, Check check) {

    /** Looks at one service, or at the whole house. */
    @FunctionalInterface
    interface Check {
        List<String> violations(House house, String service);
    }

    static Wall ofEachService(String name, BiFunction<House, String, ArchRule> rule) {
        return new Wall(name, true, (house, service) -> broken(rule.apply(house, service), house));
    }

    static Wall ofTheHouse(String name, Function<House, ArchRule> rule) {
        return new Wall(name, false, (house, service) -> broken(rule.apply(house), house));
    }

    private static List<String> broken(ArchRule rule, House house) {
        return rule.allowEmptyShould(true)
                .evaluate(house.classes())
                .getFailureReport()
                .getDetails();
    }

    List<String> violations(House house, String service) {
        return check.violations(house, service);
    }

    @Override
    public String toString() {
        return name;
    }
}
