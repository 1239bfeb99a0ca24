/**
 * What a score means for the lead: its tier, how it is treated, by which channels it may be reached and at what price.
 */
@NullMarked
package io.agencyos.domain.scoring.tier;

import org.jspecify.annotations.NullMarked;
