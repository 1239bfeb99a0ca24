package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A changed copy of an enrolment in the making; outside, enrolments change through {@link EnrolmentMachine}. */
final class EnrolmentDraft {

    private final Enrolment of;
    private EnrolmentState state;
    private @Nullable LocalDate anchorDate;
    private int currentStep;
    private @Nullable LocalDate lastStepDate;
    private @Nullable Integer nextStep;
    private @Nullable Instant nextDueAt;
    private @Nullable Instant snoozedUntil;
    private Enrolment.@Nullable Hold hold;
    private @Nullable String stopReason;
    private @Nullable ResourceId sender;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    EnrolmentDraft(Enrolment of) {
        this.of = of;
        this.state = of.state();
        this.anchorDate = of.anchorDate();
        this.currentStep = of.currentStep();
        this.lastStepDate = of.lastStepDate();
        this.nextStep = of.nextStep();
        this.nextDueAt = of.nextDueAt();
        this.snoozedUntil = of.snoozedUntil();
        this.hold = of.hold();
        this.stopReason = of.stopReason();
        this.sender = of.stickyResource();
        this.startedAt = of.startedAt();
        this.endedAt = of.endedAt();
    }

    EnrolmentDraft state(EnrolmentState next) {
        this.state = next;
        return this;
    }

    EnrolmentDraft anchorDate(LocalDate date) {
        this.anchorDate = date;
        return this;
    }

    EnrolmentDraft currentStep(int step, LocalDate effective) {
        this.currentStep = step;
        this.lastStepDate = effective;
        return this;
    }

    EnrolmentDraft next(@Nullable Integer step, @Nullable Instant dueAt) {
        this.nextStep = step;
        this.nextDueAt = dueAt;
        return this;
    }

    EnrolmentDraft snoozedUntil(@Nullable Instant until) {
        this.snoozedUntil = until;
        return this;
    }

    EnrolmentDraft hold(Enrolment.@Nullable Hold next) {
        this.hold = next;
        return this;
    }

    EnrolmentDraft sender(ResourceId chosen) {
        this.sender = chosen;
        return this;
    }

    EnrolmentDraft startedAt(Instant at) {
        this.startedAt = at;
        return this;
    }

    EnrolmentDraft end(EnrolmentState terminal, @Nullable String code, Instant at) {
        this.stopReason = code;
        this.endedAt = at;
        return state(terminal).next(null, null).hold(null).snoozedUntil(null);
    }

    Enrolment done() {
        return new Enrolment(
                of.id(),
                of.clientId(),
                of.leadId(),
                of.campaignId(),
                of.sequenceVersion(),
                state,
                anchorDate,
                currentStep,
                lastStepDate,
                nextStep,
                nextDueAt,
                snoozedUntil,
                hold,
                stopReason,
                sender,
                of.createdAt(),
                startedAt,
                endedAt,
                of.version());
    }
}
