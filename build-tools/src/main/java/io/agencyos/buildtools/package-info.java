/**
 * Tools of the build itself: the formatter. Nothing here is part of the product, and no module of the product depends
 * on it.
 */
@NullMarked
package io.agencyos.buildtools;

import org.jspecify.annotations.NullMarked;
