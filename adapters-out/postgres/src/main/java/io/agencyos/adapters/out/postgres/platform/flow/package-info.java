/**
 * Runs, queues, breakers and schedules in PostgreSQL, and the orders that the scheduler's own table holds. No rule of a flow
 * belongs here.
 */
@NullMarked
package io.agencyos.adapters.out.postgres.platform.flow;

import org.jspecify.annotations.NullMarked;
