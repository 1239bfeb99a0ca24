/**
 * Runs, queues, breakers and schedules in memory, for tests and demonstrations: the rules of the ports, nothing else.
 */
@NullMarked
package io.agencyos.adapters.out.memory.platform.flow;

import org.jspecify.annotations.NullMarked;
