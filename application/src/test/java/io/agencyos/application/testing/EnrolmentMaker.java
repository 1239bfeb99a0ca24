package io.agencyos.application.testing;

import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A changed copy of an enrolment for a test, without asking the machine. */
public final class EnrolmentMaker {

    private final Enrolment of;
    private EnrolmentState state;
    private @Nullable LocalDate anchor;
    private int currentStep;
    private @Nullable LocalDate lastStepDate;
    private @Nullable Integer nextStep;
    private @Nullable Instant nextDueAt;
    private @Nullable Instant snoozedUntil;
    private Enrolment.@Nullable Hold hold;
    private @Nullable String stopReason;
    private @Nullable ResourceId sender;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    private EnrolmentMaker(Enrolment of) {
        this.of = of;
        state = of.state();
        anchor = of.anchorDate();
        currentStep = of.currentStep();
        lastStepDate = of.lastStepDate();
        nextStep = of.nextStep();
        nextDueAt = of.nextDueAt();
        snoozedUntil = of.snoozedUntil();
        hold = of.hold();
        stopReason = of.stopReason();
        sender = of.stickyResource();
        createdAt = of.createdAt();
        endedAt = of.endedAt();
    }

    public static EnrolmentMaker of(Enrolment enrolment) {
        return new EnrolmentMaker(enrolment);
    }

    public EnrolmentMaker anchor(LocalDate date) {
        anchor = date;
        return this;
    }

    public EnrolmentMaker done(int step, LocalDate on) {
        currentStep = step;
        lastStepDate = on;
        return this;
    }

    public EnrolmentMaker next(int step, Instant dueAt) {
        nextStep = step;
        nextDueAt = dueAt;
        return this;
    }

    public EnrolmentMaker sender(ResourceId mailbox) {
        sender = mailbox;
        return this;
    }

    public EnrolmentMaker createdAt(Instant at) {
        createdAt = at;
        return this;
    }

    public EnrolmentMaker snoozed(Instant until) {
        state = EnrolmentState.SNOOZED;
        snoozedUntil = until;
        return this;
    }

    public EnrolmentMaker held(String code, @Nullable Instant until) {
        state = EnrolmentState.HELD;
        hold = new Enrolment.Hold(code, until, "Look at it.");
        return this;
    }

    public EnrolmentMaker stopped(String reason) {
        state = EnrolmentState.STOPPED;
        stopReason = reason;
        nextStep = null;
        nextDueAt = null;
        endedAt = Leadbook.MONDAY;
        return this;
    }

    public Enrolment make() {
        return new Enrolment(
                of.id(),
                of.clientId(),
                of.leadId(),
                of.campaignId(),
                of.sequenceVersion(),
                state,
                anchor,
                currentStep,
                lastStepDate,
                nextStep,
                nextDueAt,
                snoozedUntil,
                hold,
                stopReason,
                sender,
                createdAt,
                of.startedAt(),
                endedAt,
                of.version());
    }
}
