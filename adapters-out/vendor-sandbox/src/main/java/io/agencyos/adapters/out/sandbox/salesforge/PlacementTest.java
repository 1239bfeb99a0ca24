package io.agencyos.adapters.out.sandbox.salesforge;

import java.time.Instant;
import java.util.List;

/**
 * A test of where e-mails arrive.
 *
 * @param mailboxes the warm-up's ids
 * @param inboxPercent of those that arrived
 */
record PlacementTest(String id, String reference, List<String> mailboxes, Instant at, int inboxPercent) {}
