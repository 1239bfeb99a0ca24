/**
 * Assignment runs, free people of the pool and unassigned leads in memory, with the ordering and refusals of PostgreSQL.
 */
@NullMarked
package io.agencyos.adapters.out.memory.allocation;

import org.jspecify.annotations.NullMarked;
