package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One lead's run through one pinned sequence version of one campaign; a lead has at most one that is not terminal.
 * While it is open it always has a next instant, a snooze or a hold with its remedy. Source: outreach 2.6, data model
 * 5.6.
 *
 * @param anchorDate day 0 in the lead's zone, fixed by the first touch that was sent or skipped
 * @param currentStep last step finished or skipped, 0 before the first
 * @param lastStepDate effective date of {@code currentStep} in the lead's zone
 * @param nextStep the step to be planned next, null when none is left or the enrolment waits
 * @param stickyResource the sender that it keeps for its life once it has one
 */
@AggregateRoot
public record Enrolment(
        @Identity EnrolmentId id,
        ClientId clientId,
        LeadId leadId,
        CampaignId campaignId,
        int sequenceVersion,
        EnrolmentState state,
        @Nullable LocalDate anchorDate,
        int currentStep,
        @Nullable LocalDate lastStepDate,
        @Nullable Integer nextStep,
        @Nullable Instant nextDueAt,
        @Nullable Instant snoozedUntil,
        @Nullable Hold hold,
        @Nullable String stopReason,
        @Nullable ResourceId stickyResource,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int version) {

    /** A changed copy in the making. */
    EnrolmentDraft change() {
        return new EnrolmentDraft(this);
    }

    /** The same with every date of its plan moved by so many days; what a lead or a person has set stays. */
    public Enrolment delayed(int days) {
        EnrolmentDraft later = change();
        if (anchorDate != null) {
            later.anchorDate(anchorDate.plusDays(days));
        }
        if (lastStepDate != null) {
            later.currentStep(currentStep, lastStepDate.plusDays(days));
        }
        if (nextDueAt != null) {
            later.next(nextStep, nextDueAt.plus(Duration.ofDays(days)));
        }
        return later.done();
    }

    /**
     * When it moves next, which is when its next touch is planned from: the instant at which its step is due or, put off, at
     * which it wakes. Null while an answer is open or it is held, for nobody knows until that is settled, and once it is over.
     */
    public @Nullable Instant nextMove() {
        return switch (state) {
            case PENDING, ACTIVE -> nextDueAt;
            case SNOOZED -> snoozedUntil;
            case AWAITING_OUTCOME, HELD, COMPLETED, CONVERTED, STOPPED -> null;
        };
    }

    /** What must happen before it goes on, as a code and as a sentence for a person. Source: outreach 3.4. */
    public record Hold(String code, @Nullable Instant until, String remedy) {}
}
