/** From one process to several while people work. */
@NullMarked
package io.jium.acceptance.moving;

import org.jspecify.annotations.NullMarked;
