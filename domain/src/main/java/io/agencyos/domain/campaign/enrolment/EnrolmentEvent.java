package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to an enrolment, one word per row of the table of stop conditions. Source: outreach 2.6. */
public sealed interface EnrolmentEvent {

    /**
     * A step was sent or skipped, or counts as done (abandoned).
     *
     * @param sent false where it was skipped: then nobody was contacted
     * @param effective its date on the lead's calendar
     * @param nextStep null when it was the last
     */
    record StepDone(
            int stepNo,
            boolean sent,
            LocalDate effective,
            @Nullable Integer nextStep,
            @Nullable Instant dueAt) implements EnrolmentEvent {}

    /** Events without further data. */
    enum Plain implements EnrolmentEvent {
        /** A person wrote, on any channel, not classified yet. */
        HUMAN_REPLY,
        INTENT_MEETING_REQUEST,
        INTENT_INTERESTED_OR_QUESTION,
        INTENT_NOT_INTERESTED,
        INTENT_UNSUBSCRIBE,
        INTENT_COMPLAINT,
        INTENT_AUTO_REPLY,
        INTENT_REFERRAL,
        INTENT_WRONG_PERSON,
        /** Classification failed or is unsure. */
        INTENT_UNCLEAR,
        MEETING_BOOKED,
        /** No-show or cancelled. */
        MEETING_LOST,
        /** First deal created or won. */
        DEAL_MADE,
        SPAM_COMPLAINT,
        CAMPAIGN_COMPLETED,
        REJECTED_BY_USER
    }

    /** Away until a date; {@code wakeAt} is the opening of the first business day after it, or 14 days on. */
    record OutOfOffice(Instant wakeAt) implements EnrolmentEvent {}

    /** The address is dead. */
    record HardBounce(boolean otherChannelLeft) implements EnrolmentEvent {}

    /** A suppression entry matches the lead. */
    record Suppressed(SuppressionReason reason) implements EnrolmentEvent {}

    /** Reassigned, released, deleted, dead or moved to another employer. */
    record LeadLost(StopReason.Plain reason) implements EnrolmentEvent {
        private static final Set<StopReason.Plain> REASONS = Set.of(
                StopReason.Plain.NOT_ASSIGNED,
                StopReason.Plain.LEAD_DELETED,
                StopReason.Plain.ALS_DEAD,
                StopReason.Plain.JOB_CHANGED);

        public LeadLost {
            if (!REASONS.contains(reason)) {
                throw new IllegalArgumentException("a lead is not lost by " + reason);
            }
        }
    }

    /** Waits for a person or an event. */
    record Hold(Enrolment.Hold hold) implements EnrolmentEvent {}

    /** Nothing may leave before this instant; only when the step is looked at again changes. */
    record Deferred(Instant dueAt) implements EnrolmentEvent {}

    /** What the lead did brings its next step to another day. Source: outreach 2.5. */
    record Redated(Instant dueAt) implements EnrolmentEvent {}

    /** The sender that its touches keep from now on. */
    record SenderChosen(ResourceId sender) implements EnrolmentEvent {}

    /** Nothing more may be sent, although steps are left: it is complete, and they are refused. */
    record Exhausted() implements EnrolmentEvent {}

    /** The hold is lifted, or the snooze is over. */
    record Resume(Instant dueAt) implements EnrolmentEvent {}
}
