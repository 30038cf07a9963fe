package io.jium.acceptance.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds where {@code @Transactional} is silently ignored: Spring's proxy passes over methods that
 * are not public or that it cannot override, and never sees a call from within the same object.
 */
final class Transactions {

    private Transactions() {}

    static List<String> ignored(House house, String service) {
        var found = new ArrayList<String>();
        for (var type : house.classes()) {
            for (var method : type.getMethods()) {
                if (isTransactional(method)) {
                    unseen(method).stream()
                            .map(reason -> method.getFullName() + " " + reason)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isTransactional(JavaCodeUnit method) {
        return method.isAnnotatedWith(Transactional.class)
                || (method.getOwner().isAnnotatedWith(Transactional.class)
                        && method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static List<String> unseen(JavaMethod method) {
        var reasons = new ArrayList<String>();
        if (!method.getModifiers().contains(JavaModifier.PUBLIC)) {
            reasons.add("is not public");
        }
        if (method.getModifiers().contains(JavaModifier.FINAL)
                || method.getModifiers().contains(JavaModifier.STATIC)) {
            reasons.add("cannot be overridden");
        }
        if (method.getOwner().getModifiers().contains(JavaModifier.FINAL)) {
            reasons.add("is declared in a final class");
        }
        method.getCallsOfSelf().stream()
                .filter(call -> isSame(call.getOriginOwner(), method.getOwner()))
                .filter(call -> !isTransactional(call.getOrigin()))
                .forEach(call -> reasons.add("is called within: " + call.getDescription()));
        return reasons;
    }

    private static boolean isSame(JavaClass caller, JavaClass owner) {
        return caller.equals(owner);
    }
}
