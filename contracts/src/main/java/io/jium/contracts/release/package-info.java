/**
 * What a published site looks like on disk: written by the deploy service, read by the edge, and by
 * nothing else. Blobs and manifests never change once written; only a host's {@link
 * io.jium.contracts.release.SiteAddress} does, and always as a whole.
 */
@NullMarked
package io.jium.contracts.release;

import org.jspecify.annotations.NullMarked;
