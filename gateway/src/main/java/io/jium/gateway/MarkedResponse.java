package io.jium.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer with headers of the gateway's own. They are there from the start, and once more when
 * the answer goes out, since whoever answers may have said the same otherwise or begun anew: ours
 * win.
 */
final class MarkedResponse extends Response.Wrapper {

    private final List<HttpField> marks = new ArrayList<>();

    MarkedResponse(Request request, Response wrapped) {
        super(request, wrapped);
    }

    void mark(HttpField field) {
        marks.add(field);
        put(field);
    }

    private void put(HttpField field) {
        if (field.getHeader() == HttpHeader.VARY) {
            getHeaders().ensureField(field);
        } else {
            getHeaders().put(field);
        }
    }

    @Override
    public void reset() {
        super.reset();
        marks.forEach(this::put);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted()) {
            marks.forEach(this::put);
        }
        super.write(last, content, callback);
    }
}
