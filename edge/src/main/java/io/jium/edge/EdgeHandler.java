package io.jium.edge;

import com.github.benmanes.caffeine.cache.Ticker;
import io.jium.edge.SiteAnswers.Visit;
import io.jium.platform.host.Aside;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the console and the API on the same port and takes the requests whose host is a
 * site's. It must be the server's outermost handler: it answers from memory on the thread that
 * reads the socket, and hands everything else to one that may block, the wrapped handler's work too
 * unless that says it does not.
 */
public final class EdgeHandler extends Handler.Wrapper {

    private final HostNames names;
    private final Hosts hosts;
    private final SiteAnswers answers;
    private final BrokenLog log = new BrokenLog();

    public EdgeHandler(EdgeSettings settings) {
        this(settings, null, Ticker.systemTicker());
    }

    public EdgeHandler(EdgeSettings settings, Handler everythingElse) {
        this(settings, everythingElse, Ticker.systemTicker());
    }

    EdgeHandler(EdgeSettings settings, @Nullable Handler everythingElse, Ticker ticker) {
        super(everythingElse);
        var files = new ReleaseFiles(settings.sites());
        this.names = new HostNames(settings.sitesDomain());
        this.hosts = new Hosts(files, settings, log, ticker);
        var cache = new ReleaseCache(files, settings);
        this.answers = new SiteAnswers(cache, new DiskBodies(files), new NoticePages(), hosts);
    }

    /** Makes the next request for this host see what is on disk; for a publish in this process. */
    public void evict(String host) {
        var name = HostNames.canonical(host);
        if (name != null) {
            hosts.evict(name);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var host = request.getHttpURI().getHost();
        var known = host == null ? KnownHost.ABSENT : hosts.known(host);
        if (known != null && isSites(known, host)) {
            if (answered(known, new Visit(request, response, callback, false))) {
                return true;
            }
        } else if (known != null && isQuick(getHandler())) {
            return super.handle(request, response, callback);
        }
        // What the first look found is looked up again over there: it costs less than it saves.
        return new Aside(this::handleBlocking).handle(request, response, callback);
    }

    @Override
    protected void doStop() throws Exception {
        hosts.close();
        super.doStop();
    }

    /** Whether it can be called by the thread that reads the socket. */
    private static boolean isQuick(@Nullable Handler everythingElse) {
        return everythingElse == null
                || everythingElse.getInvocationType() == InvocationType.NON_BLOCKING;
    }

    private boolean isSites(KnownHost known, @Nullable String host) {
        return known.isSite() || (host != null && names.isBelowSitesDomain(host));
    }

    private boolean handleBlocking(Request request, Response response, Callback callback)
            throws Exception {
        var host = request.getHttpURI().getHost();
        var name = host == null ? null : HostNames.canonical(host);
        var known = name == null ? KnownHost.ABSENT : hosts.find(name);
        return isSites(known, host)
                ? answered(known, new Visit(request, response, callback, true))
                : super.handle(request, response, callback);
    }

    private boolean answered(KnownHost known, Visit visit) {
        try {
            return answers.answer(known, visit);
        } catch (BrokenRelease broken) {
            log.report(broken);
            visit.response().reset();
            answers.say(Notice.UNAVAILABLE, visit);
            return true;
        }
    }
}
