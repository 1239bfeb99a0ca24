/**
 * How good a lead is: ALS components, signals, boosts, weights, gates, tiers and the explanation of a score. What is
 * then done with the lead is decided elsewhere.
 */
@NullMarked
package io.agencyos.domain.scoring;

import org.jspecify.annotations.NullMarked;
