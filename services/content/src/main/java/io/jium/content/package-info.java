/**
 * What visitors read on a site besides its pages. In this slice: boards and their posts. Whose a
 * site is and who wrote a post it knows from events. Content of posts is foreign HTML: it is
 * sanitised before it is kept.
 */
@NullMarked
package io.jium.content;

import org.jspecify.annotations.NullMarked;
