/**
 * Reads CSS as data: a tokenizer after CSS Syntax Level 3, and a filter that prints only what is
 * harmless from the tokens it understood. No text that was not tokenised here reaches a published
 * page.
 */
@NullMarked
package io.jium.builder.project.css;

import org.jspecify.annotations.NullMarked;
