package io.jium.edge;

import io.jium.contracts.release.ReleaseManifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** A release in memory: its paths, each in the one form visitors see. */
final class Release {

    private static final String PAGE = ".html";
    private static final String INDEX = "/index.html";
    private static final String NOT_FOUND = "/404.html";

    private final Map<String, SiteFile> files;
    private final Map<String, Route.Moved> redirects;
    private final @Nullable SiteFile notFound;
    private final int weight;

    private Release(
            Map<String, SiteFile> files,
            Map<String, Route.Moved> redirects,
            @Nullable SiteFile notFound,
            int weight) {
        this.files = files;
        this.redirects = redirects;
        this.notFound = notFound;
        this.weight = weight;
    }

    /** The weight is what the heap was measured to hold per file with all its forms built. */
    static Release of(ReleaseManifest manifest) {
        var files = HashMap.<String, SiteFile>newHashMap(manifest.files().size());
        SiteFile notFound = null;
        int weight = 600;
        for (var entry : manifest.files().entrySet()) {
            var path = "/" + entry.getKey();
            var file = new SiteFile(entry.getValue());
            weight += 1600 + path.length();
            if (path.equals(NOT_FOUND)) {
                notFound = file;
            } else {
                files.put(visible(path), file);
            }
        }
        var redirects = HashMap.<String, Route.Moved>newHashMap(manifest.redirects().size());
        var temporary = Objects.requireNonNullElse(manifest.temporary(), Set.<String>of());
        for (var entry : manifest.redirects().entrySet()) {
            var status =
                    temporary.contains(entry.getKey())
                            ? HttpStatus.FOUND_302
                            : HttpStatus.MOVED_PERMANENTLY_301;
            redirects.put(
                    "/" + entry.getKey(),
                    new Route.Moved(UrlPath.encode(entry.getValue()), status));
            weight += 200 + entry.getKey().length() + entry.getValue().length();
        }
        return new Release(files, redirects, notFound, weight);
    }

    int weight() {
        return weight;
    }

    /** The page for paths that lead nowhere, if the site has its own. */
    @Nullable SiteFile notFound() {
        return notFound;
    }

    /** What a decoded path leads to: a file, else the owner's redirect, else another spelling. */
    @Nullable Route find(String path) {
        var file = files.get(path);
        if (file != null) {
            return file;
        }
        var redirect = redirects.get(path);
        if (redirect != null) {
            return redirect;
        }
        var spelling = otherSpelling(path);
        return spelling == null
                ? null
                : new Route.Moved(UrlPath.encodePath(spelling), HttpStatus.PERMANENT_REDIRECT_308);
    }

    private @Nullable String otherSpelling(String path) {
        if (path.endsWith(PAGE)) {
            var visible = visible(path);
            return files.containsKey(visible) ? visible : null;
        }
        var other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        return files.containsKey(other) ? other : null;
    }

    /**
     * {@code /about.html} is seen as {@code /about}, {@code /blog/index.html} as {@code /blog/}.
     */
    private static String visible(String path) {
        if (path.endsWith(INDEX)) {
            return path.substring(0, path.length() - INDEX.length() + 1);
        }
        return path.endsWith(PAGE) ? path.substring(0, path.length() - PAGE.length()) : path;
    }
}
