/**
 * Ports and use cases that serve every context: events, runs, audit, idempotency, vendor accounts.
 */
@NullMarked
package io.agencyos.application.platform;

import org.jspecify.annotations.NullMarked;
