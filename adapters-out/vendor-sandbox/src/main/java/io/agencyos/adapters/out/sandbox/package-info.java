/**
 * A local server that speaks the subset of the vendors' HTTP contracts that the product uses, with a seeded population,
 * fault knobs and a ledger. It knows the vendors' wire formats only, never the adapters.
 */
@NullMarked
package io.agencyos.adapters.out.sandbox;

import org.jspecify.annotations.NullMarked;
