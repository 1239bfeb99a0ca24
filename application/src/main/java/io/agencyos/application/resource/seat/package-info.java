/**
 * Use cases and ports for a client's LinkedIn seats: linking, health, warm-up, disconnecting. Not what a seat sends.
 */
@NullMarked
package io.agencyos.application.resource.seat;

import org.jspecify.annotations.NullMarked;
