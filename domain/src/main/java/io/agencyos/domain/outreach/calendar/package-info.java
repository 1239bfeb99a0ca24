/**
 * When something may arrive: where a lead is, what the clock and the holidays are there, and the hours that it prefers.
 */
@NullMarked
package io.agencyos.domain.outreach.calendar;

import org.jspecify.annotations.NullMarked;
