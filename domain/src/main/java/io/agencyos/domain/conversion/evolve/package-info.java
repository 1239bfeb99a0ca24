/**
 * What follows from what was learned for searches and campaigns: refinements and suggestions computed by rules, never by a
 * language model, and nothing applied without a person. Beginnings without data stand here too; storing does not.
 */
@NullMarked
package io.agencyos.domain.conversion.evolve;

import org.jspecify.annotations.NullMarked;
