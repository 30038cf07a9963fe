package io.jium.acceptance.walls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Finds request mappings outside of a service's own first path segment. */
final class Addresses {

    private Addresses() {}

    static List<String> foreign(House house, String service) {
        var found = new ArrayList<String>();
        for (var controller : Walls.controllers(house, service)) {
            var type = controller.reflect();
            if (Arrays.stream(type.getInterfaces())
                    .anyMatch(contract -> contract.getName().contains(".contracts."))) {
                continue;
            }
            for (var path : paths(type)) {
                if (!(path + "/").startsWith("/" + service + "/")) {
                    found.add(type.getName() + " answers " + path);
                }
            }
        }
        return found;
    }

    /** Every path that the controller's methods answer, with the controller's own prefix. */
    private static List<String> paths(Class<?> controller) {
        var base = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        var prefixes = base == null || base.path().length == 0 ? new String[] {""} : base.path();
        return Arrays.stream(controller.getDeclaredMethods())
                .map(method ->
                        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> mapping.path().length == 0 ? new String[] {""} : mapping.path())
                .flatMap(Arrays::stream)
                .flatMap(path -> Arrays.stream(prefixes).map(prefix -> prefix + path))
                .toList();
    }
}
