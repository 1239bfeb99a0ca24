/**
 * Allocation as runs: the pool handed out, filled again every month, and topped up from sources.
 */
@NullMarked
package io.agencyos.application.allocation.flow;

import org.jspecify.annotations.NullMarked;
