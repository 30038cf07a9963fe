package io.jium.edge;

import io.jium.contracts.release.SiteAddress;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for one known site. Every method that says it did not answer has left the
 * response untouched, so that the same request can be tried again on a thread that may block.
 */
final class SiteAnswers {

    private final ReleaseCache cache;
    private final DiskBodies disk;
    private final NoticePages notices;
    private final Hosts hosts;

    SiteAnswers(ReleaseCache cache, DiskBodies disk, NoticePages notices, Hosts hosts) {
        this.cache = cache;
        this.disk = disk;
        this.notices = notices;
        this.hosts = hosts;
    }

    /** One request on its way through. */
    record Visit(Request request, Response response, Callback callback, boolean mayBlock) {

        boolean isHead() {
            return HttpMethod.HEAD.is(request.getMethod());
        }

        boolean isRead() {
            return HttpMethod.GET.is(request.getMethod()) || isHead();
        }
    }

    void say(Notice notice, Visit visit) {
        notices.send(notice, visit.request, visit.response, visit.callback);
    }

    /** False when the disk is needed and the visit may not block. */
    boolean answer(KnownHost host, Visit visit) throws BrokenRelease {
        var address = host.address();
        if (address == null) {
            say(host.broken() ? Notice.UNAVAILABLE : Notice.UNKNOWN_SITE, visit);
            return true;
        }
        return switch (address.state()) {
            case SUSPENDED -> {
                say(Notice.SUSPENDED, visit);
                yield true;
            }
            case MAINTENANCE -> {
                say(Notice.MAINTENANCE, visit);
                yield true;
            }
            case OFFLINE -> {
                say(Notice.OFFLINE, visit);
                yield true;
            }
            case LIVE -> answerLive(host, address, visit);
        };
    }

    private boolean answerLive(KnownHost host, SiteAddress address, Visit visit)
            throws BrokenRelease {
        if (!visit.isRead()) {
            say(Notice.READ_ONLY, visit);
            return true;
        }
        var uri = visit.request.getHttpURI();
        var path = UrlPath.decode(uri.getPath());
        if (path == null) {
            say(Notice.BAD_ADDRESS, visit);
            return true;
        }
        var canonical = address.canonicalHost();
        if (canonical != null && !canonical.equals(HostNames.canonical(uri.getHost()))) {
            var port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
            var there = uri.getScheme() + "://" + canonical + port + UrlPath.encode(uri.getPath());
            move(there, HttpStatus.PERMANENT_REDIRECT_308, visit);
            return true;
        }
        var release = cache.release(address.serviceId(), address.releaseId(), visit.mayBlock);
        if (release == null) {
            return false;
        }
        return switch (release.find(path)) {
            case SiteFile file -> sendFile(file, HttpStatus.OK_200, visit);
            case Route.Moved(var location, var status) -> {
                move(location, status, visit);
                yield true;
            }
            case null -> sendMissing(host, address, release, path, visit);
        };
    }

    private boolean sendMissing(
            KnownHost host, SiteAddress address, Release release, String path, Visit visit)
            throws BrokenRelease {
        if (!host.earlier().isEmpty()) {
            if (!visit.mayBlock) {
                return false;
            }
            var kept = keptAsset(host, address, path);
            if (kept != null) {
                return sendFile(kept, HttpStatus.OK_200, visit);
            }
        }
        var own = release.notFound();
        if (own != null) {
            return sendFile(own, HttpStatus.NOT_FOUND_404, visit);
        }
        say(Notice.NO_SUCH_PAGE, visit);
        return true;
    }

    /**
     * A visitor who got a page just before a publish asks for that page's style sheet just after
     * it: names that carry a hash stay good for a while.
     */
    private @Nullable SiteFile keptAsset(KnownHost host, SiteAddress address, String path) {
        for (var earlier : host.earlier()) {
            if (earlier.until() - hosts.now() <= 0) {
                continue;
            }
            try {
                var release = cache.release(address.serviceId(), earlier.releaseId(), true);
                if (release != null
                        && release.find(path) instanceof SiteFile file
                        && file.isImmutable()) {
                    return file;
                }
            } catch (BrokenRelease e) {
                // An earlier release may have been cleaned up: then it has nothing to offer.
            }
        }
        return null;
    }

    private void move(String location, int status, Visit visit) {
        var query = visit.request.getHttpURI().getQuery();
        var target =
                query == null || location.indexOf('?') >= 0 || location.indexOf('#') >= 0
                        ? location
                        : location + "?" + UrlPath.encode(query);
        visit.response.setStatus(status);
        visit.response
                .getHeaders()
                .put(HttpHeader.LOCATION, target)
                // Permanent for search engines, yet the name may be given to a page tomorrow.
                .put(HttpHeader.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .put(HttpHeader.CONTENT_LENGTH, 0L);
        visit.response.write(true, null, visit.callback);
    }

    private boolean sendFile(SiteFile file, int status, Visit visit) throws BrokenRelease {
        var asked = visit.request.getHeaders();
        boolean found = status == HttpStatus.OK_200;
        boolean ranged = found && !visit.isHead() && asked.contains(HttpHeader.RANGE);
        var form =
                ranged
                        ? file.identity()
                        : file.pick(
                                AcceptedEncodings.parse(
                                        asked.getValuesList(HttpHeader.ACCEPT_ENCODING)));
        if (found && form.isNamedBy(asked.getValuesList(HttpHeader.IF_NONE_MATCH))) {
            visit.response.setStatus(HttpStatus.NOT_MODIFIED_304);
            visit.response.getHeaders().add(form.notModified());
            // Written as the last, it would get a Content-Length of 0, which a 304 must not have.
            visit.response.write(false, null, visit.callback);
            return true;
        }
        if (ranged && ifRangeHolds(asked.get(HttpHeader.IF_RANGE), form)) {
            switch (ByteRanges.parse(asked.getValuesList(HttpHeader.RANGE), form.bytes())) {
                case ByteRanges.Everything() -> {}
                case ByteRanges.Nothing() -> {
                    refuseRange(form, visit);
                    return true;
                }
                case ByteRanges.Parts(var ranges) -> {
                    return sendParts(file, ranges, visit);
                }
            }
        }
        return sendForm(form, status, visit);
    }

    /** Dates are not compared: there is no Last-Modified that a client could have got. */
    private static boolean ifRangeHolds(@Nullable String ifRange, Representation form) {
        return ifRange == null || ifRange.equals(form.etag());
    }

    private boolean sendForm(Representation form, int status, Visit visit) throws BrokenRelease {
        if (visit.isHead()) {
            start(form, status, visit);
            visit.response.write(true, null, visit.callback);
            return true;
        }
        if (!cache.holds(form)) {
            if (!visit.mayBlock) {
                return false;
            }
            start(form, status, visit);
            disk.send(form, visit.request, visit.response, visit.callback);
            return true;
        }
        var body = cache.body(form, visit.mayBlock);
        if (body == null) {
            return false;
        }
        start(form, status, visit);
        visit.response.write(true, body, visit.callback);
        return true;
    }

    private static void start(Representation form, int status, Visit visit) {
        visit.response.setStatus(status);
        visit.response.getHeaders().add(form.head());
    }

    private boolean sendParts(SiteFile file, List<ByteRange> ranges, Visit visit)
            throws BrokenRelease {
        if (visit.mayBlock) {
            disk.sendParts(file, ranges, visit.request, visit.response, visit.callback);
        }
        return visit.mayBlock;
    }

    private static void refuseRange(Representation form, Visit visit) {
        visit.response.setStatus(HttpStatus.RANGE_NOT_SATISFIABLE_416);
        visit.response
                .getHeaders()
                .put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(form.bytes()))
                .put(HttpHeader.CONTENT_LENGTH, 0L);
        visit.response.write(true, null, visit.callback);
    }
}
