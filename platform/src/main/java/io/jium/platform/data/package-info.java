/** A service's own database: H2 files or MariaDB, the same migrations. */
@NullMarked
package io.jium.platform.data;

import org.jspecify.annotations.NullMarked;
