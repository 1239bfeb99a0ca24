/**
 * Campaigns, sequences and enrolments: what is planned for whom, and why it ended. Whether a planned touch may leave
 * now is asked in outreach.
 */
@NullMarked
package io.agencyos.domain.campaign;

import org.jspecify.annotations.NullMarked;
