/**
 * What the pool lacks: which people to look for, and how much of a search is left.
 */
@NullMarked
package io.agencyos.application.allocation.sourcing;

import org.jspecify.annotations.NullMarked;
