/** A running API on in-memory stores, for tests of routes. */
@NullMarked
package io.agencyos.adapters.in.rest.testing;

import org.jspecify.annotations.NullMarked;
