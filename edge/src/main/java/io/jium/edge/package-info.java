/**
 * Serves published sites by Host header, from the files that the deploy service writes, inside the
 * same web server as everything else. It owns no data, asks no other service, and keeps bounded
 * memory whatever the number of sites. A request that is answered from memory stays on the thread
 * that read it; only what needs the disk is handed to a thread that may block.
 */
@NullMarked
package io.jium.edge;

import org.jspecify.annotations.NullMarked;
