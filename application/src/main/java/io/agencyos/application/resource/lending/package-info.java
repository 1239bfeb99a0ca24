/**
 * Use cases and ports for what the platform lends to clients: stock, lending by plan, taking back, buffer. Not what a
 * client brings itself.
 */
@NullMarked
package io.agencyos.application.resource.lending;

import org.jspecify.annotations.NullMarked;
