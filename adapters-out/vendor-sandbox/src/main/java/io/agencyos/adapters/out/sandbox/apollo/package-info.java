/** Apollo's contract as far as the product uses it: searching the population, completed records, credits. */
@NullMarked
package io.agencyos.adapters.out.sandbox.apollo;

import org.jspecify.annotations.NullMarked;
