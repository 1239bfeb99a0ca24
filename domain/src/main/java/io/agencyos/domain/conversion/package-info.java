/**
 * What converts, learned from outcomes: detectors, patterns, segments, priors, the weight optimiser. How a weight set
 * makes a score is scoring's.
 */
@NullMarked
package io.agencyos.domain.conversion;

import org.jspecify.annotations.NullMarked;
