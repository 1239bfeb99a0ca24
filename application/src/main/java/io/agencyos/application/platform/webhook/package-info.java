/**
 * Sending events to the programs of a client: endpoints, deliveries, attempts. What is signed and when is tried again is
 * decided in the domain; who may do what here is decided where routes are.
 */
@NullMarked
package io.agencyos.application.platform.webhook;

import org.jspecify.annotations.NullMarked;
