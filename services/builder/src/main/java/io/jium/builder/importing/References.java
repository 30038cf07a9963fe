package io.jium.builder.importing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the addresses that a page or style sheet of the site uses into those they will have here.
 */
final class References {

    /** As browsers find it: line breaks and tabs inside do not count. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\s-]{0,40}:");

    private final Site site;
    private final Warnings warnings;
    private final String file;
    private final String folder;
    private final Set<String> ownHosts;

    /**
     * @param folder what relative addresses start from
     * @param ownHosts under which names the site was reached until now, as {@link Hosts} writes
     *     them
     */
    References(Site site, Warnings warnings, String file, String folder, Set<String> ownHosts) {
        this.site = site;
        this.warnings = warnings;
        this.file = file;
        this.folder = folder;
        this.ownHosts = ownHosts;
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

    /** Where relative addresses start from on a page that says so; empty for another server. */
    Optional<String> base(String address) {
        return localPart(address.strip())
                .map(local -> local.substring(0, suffixStart(local)))
                .flatMap(this::path)
                .map(path -> address.strip().endsWith("/") ? path + "/" : SitePaths.folder(path))
                .map(path -> path.equals("/") ? "" : path);
    }

    /** The file of the site an address means. */
    Optional<String> file(String address) {
        return localPart(address.strip())
                .flatMap(local -> path(local.substring(0, suffixStart(local))))
                .flatMap(site::find);
    }

    private Optional<String> target(String path, String suffix) {
        var found = site.find(path).or(() -> site.findPage(path));
        return found.map(target ->
                site.slug(target)
                                .map(References::address)
                                .orElseGet(() -> SitePaths.placeholder(target))
                        + suffix);
    }

    private static String address(String slug) {
        return slug.equals(Slugs.HOME) ? "/" : "/" + slug;
    }

    /**
     * Where a script finds what it asks for by this address: files stay at their old place below
     * the root. A script in a file may mean its own folder or that of the page. Empty when the site
     * does not have it; nothing is told, for it may be any text.
     */
    Optional<String> forScripts(String address) {
        int end = suffixStart(address);
        var local = localPart(address.substring(0, end)).filter(path -> path.lastIndexOf('.') > 0);
        return local.flatMap(this::path)
                .flatMap(site::find)
                .or(() ->
                        local.map(SitePaths::decoded)
                                .flatMap(SitePaths::normal)
                                .flatMap(site::find))
                .map(target ->
                        site.slug(target).map(References::address).orElse("/" + target)
                                + address.substring(end));
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
            return ownHosts.contains(Hosts.plain(host))
                    ? Optional.of(slash < 0 ? "/" : address.substring(slash))
                    : Optional.empty();
        }
        return SCHEME.matcher(address).lookingAt() ? Optional.empty() : Optional.of(address);
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
