/**
 * Seeded worlds: the product's use cases on either set of stores, against the vendor sandbox, while everything that can fail
 * does. Nothing of it takes part in production.
 */
@NullMarked
package io.agencyos.bootstrap.simulate;

import org.jspecify.annotations.NullMarked;
