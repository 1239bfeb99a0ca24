/**
 * What sales keep and ask: meetings, deals, customers, books that were imported, and what is credited with them. Ports
 * alone.
 */
@NullMarked
package io.agencyos.application.deal.store;

import org.jspecify.annotations.NullMarked;
