package io.agencyos.application.outreach.engine;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.touch.Touch;
import org.jspecify.annotations.Nullable;

/**
 * One touch with what it stands in, as one unit of work read it; what a gate asks besides is in {@link GateCase}.
 *
 * @param enrolment the run that it belongs to
 * @param step null where the pinned sequence has no such step
 * @param lead null when it is gone
 * @param variant what the step says to this lead, null for its own words; known while texts are written
 */
public record TouchCase(
        Touch touch,
        Enrolment enrolment,
        @Nullable Campaign campaign,
        @Nullable Sequence sequence,
        @Nullable SequenceStep step,
        @Nullable Lead lead,
        LeadPlace place,
        SendCalendar calendar,
        PermissionMode mode,
        StepVariants.@Nullable Given variant) {

    /** The same, saying this. */
    public TouchCase saying(StepVariants.@Nullable Given given) {
        return new TouchCase(touch, enrolment, campaign, sequence, step, lead, place, calendar, mode, given);
    }

    /** The same with the touch as it is now. */
    public TouchCase with(Touch now) {
        return new TouchCase(now, enrolment, campaign, sequence, step, lead, place, calendar, mode, variant);
    }
}
