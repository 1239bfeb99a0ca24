package io.agencyos.application.shared;

import java.time.Instant;

/**
 * When a row was written first, and when last: each the beginning of the unit of work that wrote it, by the product's clock.
 * Source: api 1.4, data model 1.
 *
 * @param createdAt the first write
 * @param updatedAt the last one, never before the first unless the clock was set back
 */
public record Stamp(Instant createdAt, Instant updatedAt) {}
