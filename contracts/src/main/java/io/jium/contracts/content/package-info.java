/** What the content service tells the others: posts of sites' boards. */
@NullMarked
package io.jium.contracts.content;

import org.jspecify.annotations.NullMarked;
