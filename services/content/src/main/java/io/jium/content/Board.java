package io.jium.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A board of a site.
 *
 * @param slug its address on the site
 * @param isActive whether visitors see it
 * @param version counts its changes from 1
 * @param ownerId whose site it is
 */
record Board(
        long id,
        long serviceId,
        String name,
        String slug,
        BoardType type,
        BoardSettings settings,
        boolean isActive,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long ownerId) {}
