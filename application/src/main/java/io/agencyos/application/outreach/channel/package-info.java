/**
 * What is handed to a vendor on each channel and what comes back: commands, outcomes, look-ups, and the ports behind which
 * a vendor is swapped. Nothing here decides whether something may be sent.
 */
@NullMarked
package io.agencyos.application.outreach.channel;

import org.jspecify.annotations.NullMarked;
