/**
 * Assignment runs, free people of the pool and unassigned leads in PostgreSQL. Who holds whom is {@code lead}'s.
 */
@NullMarked
package io.agencyos.adapters.out.postgres.allocation;

import org.jspecify.annotations.NullMarked;
