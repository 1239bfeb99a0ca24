/**
 * Routes by which a client gets leads from the pool, puts its own into campaigns, and sees what it holds.
 */
@NullMarked
package io.agencyos.adapters.in.rest.allocation;

import org.jspecify.annotations.NullMarked;
