/**
 * What runs the product itself: runs of flows, events to the outside, audit, settings. No rule about leads or clients
 * belongs here.
 */
@NullMarked
package io.agencyos.domain.platform;

import org.jspecify.annotations.NullMarked;
