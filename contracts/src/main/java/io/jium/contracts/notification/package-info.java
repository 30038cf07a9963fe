/** What the notification service promises the others: messages reach people. */
@NullMarked
package io.jium.contracts.notification;

import org.jspecify.annotations.NullMarked;
