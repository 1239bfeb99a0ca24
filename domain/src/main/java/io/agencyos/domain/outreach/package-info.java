/**
 * What leaves the house and what the law asks of it: approvals, consents, registers, deliveries, retries and stops.
 * Touches, the checks before them, calls and the calendar have rooms of their own.
 */
@NullMarked
package io.agencyos.domain.outreach;

import org.jspecify.annotations.NullMarked;
