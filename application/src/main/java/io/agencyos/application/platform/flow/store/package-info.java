/**
 * What flows keep and ask: definitions, runs and their queues, the pace of vendors, and the clock that all nodes share.
 * Ports alone.
 */
@NullMarked
package io.agencyos.application.platform.flow.store;

import org.jspecify.annotations.NullMarked;
