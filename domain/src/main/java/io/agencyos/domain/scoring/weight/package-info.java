/**
 * What counts how much: the components and signals of a score, the weights that a client's learning may shift, where they
 * come from, and the proof that they add up.
 */
@NullMarked
package io.agencyos.domain.scoring.weight;

import org.jspecify.annotations.NullMarked;
