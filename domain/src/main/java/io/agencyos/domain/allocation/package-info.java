/**
 * Who gets which pool lead, on which channels, through which sender and when. Whether the touch may leave at that
 * moment is outreach's.
 */
@NullMarked
package io.agencyos.domain.allocation;

import org.jspecify.annotations.NullMarked;
