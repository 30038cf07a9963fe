/**
 * Stands before the services: the way to them, here or in other processes, with token check, limits
 * and CORS as Kong has them; the console; the API documents.
 */
@NullMarked
package io.jium.gateway;

import org.jspecify.annotations.NullMarked;
