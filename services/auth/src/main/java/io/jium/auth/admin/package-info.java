/** Operators look after users: who there is, who may do what, who is suspended. */
@NullMarked
package io.jium.auth.admin;

import org.jspecify.annotations.NullMarked;
