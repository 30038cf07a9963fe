package io.jium.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartByteRanges;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Streams bodies from disk: big files, and parts of any file. The size is checked before the first
 * byte goes out; a blob that shrinks afterwards ends the connection, never the answer.
 */
final class DiskBodies {

    private static final int CHUNK = 64 * 1024;

    private final ReleaseFiles files;

    DiskBodies(ReleaseFiles files) {
        this.files = files;
    }

    /** The whole of it; the headers are already those of the form. */
    void send(Representation form, Request request, Response response, Callback callback)
            throws BrokenRelease {
        var channel = files.openBlob(form.sha256(), form.bytes());
        copy(channel, 0, form.bytes(), request, response, callback);
    }

    /** A 206 of one or several ranges of the identity form. */
    void sendParts(
            SiteFile file,
            List<ByteRange> ranges,
            Request request,
            Response response,
            Callback callback)
            throws BrokenRelease {
        var form = file.identity();
        var channel = files.openBlob(form.sha256(), form.bytes());
        response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
        if (ranges.size() == 1) {
            var range = ranges.getFirst();
            response.getHeaders()
                    .add(form.head())
                    .put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(form.bytes()))
                    .put(HttpHeader.CONTENT_LENGTH, range.getLength());
            copy(channel, range.first(), range.getLength(), request, response, callback);
            return;
        }
        close(channel);
        var boundary = MultiPart.generateBoundary(null, 24);
        response.getHeaders()
                .add(form.head())
                .remove(HttpHeader.CONTENT_LENGTH)
                .put(HttpHeader.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary);
        Content.copy(parts(file, ranges, boundary, request), response, blocking(callback));
    }

    private Content.Source parts(
            SiteFile file, List<ByteRange> ranges, String boundary, Request request) {
        var form = file.identity();
        var resource = ResourceFactory.root().newResource(files.blobPath(form.sha256()));
        var parts = new MultiPartByteRanges.ContentSource(boundary);
        for (var range : ranges) {
            parts.addPart(
                    new MultiPartByteRanges.Part(
                            file.contentType(), resource, range, form.bytes(), pool(request)));
        }
        parts.close();
        return parts;
    }

    private static void copy(
            FileChannel channel,
            long first,
            long length,
            Request request,
            Response response,
            Callback callback) {
        var source = Content.Source.from(pool(request), channel, first, length);
        var closing = Callback.from(blocking(callback), () -> close(channel));
        Content.copy(source, response, closing);
    }

    /** Each further read may wait for the disk, so it must not happen on a selector's thread. */
    private static Callback blocking(Callback callback) {
        return new Callback.Nested(callback) {
            @Override
            public InvocationType getInvocationType() {
                return InvocationType.BLOCKING;
            }
        };
    }

    private static ByteBufferPool.Sized pool(Request request) {
        return new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, CHUNK);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It was open for reading only: there is nothing left that could be lost.
        }
    }
}
