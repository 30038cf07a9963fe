/** The ways in and out: registering, logging in, the own profile, links from messages. */
@NullMarked
package io.jium.auth.entry;

import org.jspecify.annotations.NullMarked;
