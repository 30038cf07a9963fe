package io.jium.edge;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;

/**
 * One form of a file as it goes out: which bytes, under which headers.
 *
 * @param sha256 the blob
 * @param etag quoted and strong: from the hash of exactly these bytes
 * @param head the headers of an answer with a body, Content-Length among them
 * @param notModified those of a 304
 */
record Representation(
        String sha256, long bytes, String etag, HttpFields head, HttpFields notModified) {

    /** Whether If-None-Match names this form; weakly compared, as proxies weaken tags. */
    boolean isNamedBy(List<String> ifNoneMatch) {
        for (var line : ifNoneMatch) {
            if (line.equals(etag) || names(line)) {
                return true;
            }
        }
        return false;
    }

    private boolean names(String line) {
        for (var tag : line.split(",", -1)) {
            var candidate = tag.strip();
            if (candidate.equals("*")
                    || candidate.equals(etag)
                    || (candidate.startsWith("W/") && candidate.endsWith(etag))) {
                return true;
            }
        }
        return false;
    }
}
