package io.agencyos.domain.client;

import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;

/**
 * Staff shut a client out: nothing is sent for it, and its people and programs only read. Source: api 9.17.
 *
 * @param stoppedOutreach whether outreach ran before, so that it goes on with the end of the suspension
 */
public record Suspension(Instant at, String reason, UserId by, boolean stoppedOutreach) {}
