/**
 * Use cases and ports for meetings and what follows them.
 */
@NullMarked
package io.agencyos.application.deal;

import org.jspecify.annotations.NullMarked;
