/**
 * Messages to people. In this slice: mail that other services send is kept in the outbox; without a
 * mail server it lands in the development mailbox, which the console shows to readers on the same
 * machine.
 */
@NullMarked
package io.jium.notification;

import org.jspecify.annotations.NullMarked;
