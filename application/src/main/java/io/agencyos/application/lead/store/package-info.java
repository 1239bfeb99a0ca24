/**
 * What leads keep and ask: the pool's people, clients' leads, imports, suppressions, and what is read of them. Ports
 * alone.
 */
@NullMarked
package io.agencyos.application.lead.store;

import org.jspecify.annotations.NullMarked;
