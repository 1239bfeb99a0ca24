/**
 * What the product is told of the world outside it: where mail, letters and sign-ins go, whose manners are kept, and where
 * the vendors' sandboxes stand.
 */
@NullMarked
package io.agencyos.bootstrap.product.place;

import org.jspecify.annotations.NullMarked;
