package io.jium.platform.saga;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A saga for operators to look at. */
record SagaView(
        long id,
        String type,
        String key,
        String status,
        String direction,
        String step,
        int failures,
        Instant dueAt,
        @Nullable String lastError,
        @Nullable String traceId,
        Instant createdAt,
        Instant updatedAt) {}
