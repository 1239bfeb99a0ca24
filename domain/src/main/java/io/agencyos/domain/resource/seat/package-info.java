/**
 * LinkedIn seats: their state and health, what a day may hold, and the connections that they ask for.
 */
@NullMarked
package io.agencyos.domain.resource.seat;

import org.jspecify.annotations.NullMarked;
