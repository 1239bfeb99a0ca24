/**
 * A lead in a campaign: its states, what moves it, when its next step is due, and why it stopped.
 */
@NullMarked
package io.agencyos.domain.campaign.enrolment;

import org.jspecify.annotations.NullMarked;
