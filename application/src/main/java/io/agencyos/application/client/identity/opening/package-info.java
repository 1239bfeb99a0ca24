/**
 * Tenants that somebody opens for themselves, or staff for somebody.
 */
@NullMarked
package io.agencyos.application.client.identity.opening;

import org.jspecify.annotations.NullMarked;
