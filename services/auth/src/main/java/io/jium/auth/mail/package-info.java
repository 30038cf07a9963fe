/** Messages with a link that works once, sent until they have arrived. */
@NullMarked
package io.jium.auth.mail;

import org.jspecify.annotations.NullMarked;
