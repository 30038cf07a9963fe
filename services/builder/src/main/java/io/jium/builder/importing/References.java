package io.jium.builder.importing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the addresses that a page or style sheet of the site uses into those they will have here.
 */
final class References {

    private static final Set<String> ELSEWHERE =
            Set.of(
                    "http",
                    "https",
                    "mailto",
                    "tel",
                    "sms",
                    "data",
                    "javascript",
                    "ftp",
                    "blob",
                    "kakaotalk",
                    "intent");

    private final Site site;
    private final Warnings warnings;
    private final String file;
    private final String folder;
    private final String ownHost;

    /**
     * @param folder what relative addresses start from
     * @param ownHost under which name the site was reached until now; empty when unknown
     */
    References(Site site, Warnings warnings, String file, String folder, String ownHost) {
        this.site = site;
        this.warnings = warnings;
        this.file = file;
        this.folder = folder;
        this.ownHost = ownHost;
    }

    /** The new address, or the same one when it does not lead to a file of the site. */
    String changed(String address) {
        var bare = address.strip();
        if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith("?")) {
            return address;
        }
        var local = localPart(bare);
        if (local.isEmpty()) {
            return bare;
        }
        int end = suffixStart(local.get());
        var suffix = local.get().substring(end);
        var path = path(local.get().substring(0, end));
        if (path.isEmpty()) {
            warnings.add("address_leads_out", bare, file);
            return address;
        }
        return target(path.get(), suffix)
                .orElseGet(() -> {
                    warnings.add(
                            "missing_file",
                            bare.length() > 300 ? bare.substring(0, 300) : bare,
                            file);
                    return address;
                });
    }

    /** Whether an address leads to another server. */
    boolean isExternal(String address) {
        return localPart(address.strip()).isEmpty();
    }

    /** The file of the site an address means. */
    Optional<String> file(String address) {
        return localPart(address.strip())
                .flatMap(local -> path(local.substring(0, suffixStart(local))))
                .flatMap(site::find);
    }

    private Optional<String> target(String path, String suffix) {
        var found = site.find(path).or(() -> site.findPage(path));
        return found.map(target -> {
            var slug = site.pages().get(target);
            if (slug == null) {
                return SitePaths.placeholder(target) + suffix;
            }
            return (slug.equals(Slugs.HOME) ? "/" : "/" + slug) + suffix;
        });
    }

    private Optional<String> path(String local) {
        var from = local.startsWith("/") || local.startsWith("\\") ? "" : folder;
        return SitePaths.normal(from + SitePaths.decoded(local));
    }

    /** What remains of an address when the server is this site; empty when it is another. */
    private Optional<String> localPart(String address) {
        int authority = address.startsWith("//") ? 2 : 0;
        if (address.regionMatches(true, 0, "http://", 0, 7)) {
            authority = 7;
        } else if (address.regionMatches(true, 0, "https://", 0, 8)) {
            authority = 8;
        }
        if (authority > 0) {
            int slash = address.indexOf('/', authority);
            var host =
                    slash < 0 ? address.substring(authority) : address.substring(authority, slash);
            return !ownHost.isEmpty() && host.equalsIgnoreCase(ownHost)
                    ? Optional.of(slash < 0 ? "/" : address.substring(slash))
                    : Optional.empty();
        }
        int colon = address.indexOf(':');
        boolean scheme =
                colon > 0
                        && ELSEWHERE.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
        return scheme ? Optional.empty() : Optional.of(address);
    }

    private static int suffixStart(String address) {
        for (int index = 0; index < address.length(); index++) {
            if (address.charAt(index) == '?' || address.charAt(index) == '#') {
                return index;
            }
        }
        return address.length();
    }
}
