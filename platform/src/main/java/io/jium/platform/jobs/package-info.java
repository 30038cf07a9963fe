/** Durable jobs, by db-scheduler: one scheduler in a service that has some, none in others. */
@NullMarked
package io.jium.platform.jobs;

import org.jspecify.annotations.NullMarked;
