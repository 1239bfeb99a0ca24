/**
 * The product wired by hand: stores, vendors and use cases, each made once. Nothing is decided here; only this package and
 * its parent know which adapter stands behind a port.
 */
@NullMarked
package io.agencyos.bootstrap.product;

import org.jspecify.annotations.NullMarked;
