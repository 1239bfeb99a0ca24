/**
 * What happens to leads once a client holds them: moves, releases, vetoes, expiry, refunds and the refresh of stale ones.
 */
@NullMarked
package io.agencyos.application.allocation.keeping;

import org.jspecify.annotations.NullMarked;
