package io.jium.builder.redirect;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.InvalidFields.InvalidField;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a list of redirects has to be: each from where nothing is to where it ends. */
final class RedirectRules {

    static final int MOST = 500;

    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_TARGET = 1_000;

    private final Set<String> pages;
    private final List<InvalidField> wrong = new ArrayList<>();

    private RedirectRules(Set<String> pages) {
        this.pages = pages;
    }

    /**
     * The list in its kept form; refused with everything that is wrong about it.
     *
     * @param pages paths at which the site has pages
     */
    static List<Redirect> checked(List<Redirect> given, Set<String> pages) {
        if (given.size() > MOST) {
            throw InvalidFields.of("redirects", "too_many", MOST);
        }
        return new RedirectRules(pages).checked(given);
    }

    private List<Redirect> checked(List<Redirect> given) {
        var kept = new ArrayList<Redirect>();
        var from = new LinkedHashSet<String>();
        for (var i = 0; i < given.size(); i++) {
            var redirect = given.get(i);
            kept.add(
                    new Redirect(
                            from(i, redirect.from().strip(), from),
                            to(i, redirect.to().strip()),
                            redirect.permanent()));
        }
        refuseChains(kept, from);
        if (!wrong.isEmpty()) {
            throw new InvalidFields(wrong);
        }
        return kept;
    }

    private String from(int index, String given, Set<String> known) {
        var path = given.length() > LONGEST_PATH ? Optional.<String>empty() : SitePath.of(given);
        if (path.isEmpty() || path.get().length() > LONGEST_PATH) {
            return refuse(index, "from", "invalid", given);
        }
        var compared = SitePath.compared(path.get());
        if (pages.contains(compared)) {
            return refuse(index, "from", "page_there", given);
        }
        return known.add(compared) ? path.get() : refuse(index, "from", "taken", given);
    }

    private String to(int index, String given) {
        var isAddress = given.length() <= LONGEST_TARGET && (isPath(given) || isHttps(given));
        return isAddress ? given : refuse(index, "to", "invalid", given);
    }

    private static boolean isPath(String target) {
        return targetPath(target).isPresent()
                && target.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
    }

    private static boolean isHttps(String target) {
        try {
            var address = URI.create(target);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** A redirect that leads to another one costs visitors a further round, or never ends. */
    private void refuseChains(List<Redirect> redirects, Set<String> left) {
        for (var i = 0; i < redirects.size(); i++) {
            var redirect = redirects.get(i);
            var target = targetPath(redirect.to()).map(SitePath::compared);
            if (target.isEmpty() || !left.contains(target.get())) {
                continue;
            }
            var toItself = target.get().equals(SitePath.compared(redirect.from()));
            refuse(i, "to", toItself ? "redirect_loop" : "redirect_chain", redirect.to());
        }
    }

    /** The path of a target on the site itself, without query and fragment. */
    private static Optional<String> targetPath(String target) {
        return SitePath.of(target.split("[?#]", 2)[0]);
    }

    private String refuse(int index, String field, String code, String given) {
        wrong.add(new InvalidField("redirects.%d.%s".formatted(index, field), code, List.of()));
        return given;
    }
}
