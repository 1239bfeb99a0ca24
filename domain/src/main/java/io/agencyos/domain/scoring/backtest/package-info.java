/**
 * How well a set of weights would have ranked what has since been decided.
 */
@NullMarked
package io.agencyos.domain.scoring.backtest;

import org.jspecify.annotations.NullMarked;
