/**
 * Tenants: who a client is, how it works, whom it wants to reach and as whom it writes. People who sign in, and what is
 * paid, have rooms of their own.
 */
@NullMarked
package io.agencyos.domain.client;

import org.jspecify.annotations.NullMarked;
