/**
 * The only place that sees the numeric libraries: distributions, integrals and the convex fit, in the terms of
 * conversion intelligence. Which number means what is the kernel's and the optimiser's.
 */
@NullMarked
package io.agencyos.domain.conversion.stats;

import org.jspecify.annotations.NullMarked;
