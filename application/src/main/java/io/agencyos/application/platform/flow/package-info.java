/**
 * Durable background work: flows and their steps, the runs that people and schedules start, who executes them, and what
 * operators do with them. The work itself belongs to the context whose flow it is. Source: flows 1.
 */
@NullMarked
package io.agencyos.application.platform.flow;

import org.jspecify.annotations.NullMarked;
