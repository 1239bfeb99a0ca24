/**
 * The agency lead score: the facts that it reads, the rules that give points, the result and why it is so. Weights, the
 * matching of free text, tiers and backtests have rooms of their own.
 */
@NullMarked
package io.agencyos.domain.scoring;

import org.jspecify.annotations.NullMarked;
