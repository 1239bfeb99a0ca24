/**
 * The rules of background work: keys, schedules, turns between tenants, progress, back-off and circuit breakers, as pure
 * functions. What a flow does, and who executes it, does not belong here. Source: flows 1.
 */
@NullMarked
package io.agencyos.domain.platform.flow;

import org.jspecify.annotations.NullMarked;
