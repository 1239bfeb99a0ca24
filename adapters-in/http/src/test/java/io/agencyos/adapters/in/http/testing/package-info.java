/** A running server on in-memory stores, for tests of routes of every module. */
@NullMarked
package io.agencyos.adapters.in.http.testing;

import org.jspecify.annotations.NullMarked;
