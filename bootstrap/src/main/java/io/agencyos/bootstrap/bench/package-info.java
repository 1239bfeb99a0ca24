/**
 * What {@code agency-os bench} measures, each beside a baseline of the same run. Nothing here is used by the product, and
 * no figure makes anything fail.
 */
@NullMarked
package io.agencyos.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
