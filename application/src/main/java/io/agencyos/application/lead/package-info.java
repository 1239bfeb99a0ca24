/**
 * Use cases and ports for the pool, leads, imports, suppression and the timeline. Scores are made in {@code scoring}.
 */
@NullMarked
package io.agencyos.application.lead;

import org.jspecify.annotations.NullMarked;
