/**
 * Whether a client receives and sends what its month promises: the daily look at pace and capacity, and what was used.
 */
@NullMarked
package io.agencyos.application.allocation.pacing;

import org.jspecify.annotations.NullMarked;
