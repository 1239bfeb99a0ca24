/**
 * Vendors' callbacks: signature checked, stored, answered. What an event means is decided by the use case that reads
 * the inbox, not here.
 */
@NullMarked
package io.agencyos.adapters.in.webhooks;

import org.jspecify.annotations.NullMarked;
