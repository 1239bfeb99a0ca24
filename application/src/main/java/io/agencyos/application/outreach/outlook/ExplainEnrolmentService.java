package io.agencyos.application.outreach.outlook;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.gate.EndedRun;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands against a lead is told by the outlook, which counts it under the same code; what is next by the touches. */
public final class ExplainEnrolmentService implements ExplainEnrolment {

    private final Leads leads;
    private final Outlooks outlooks;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final Touches touches;
    private final CallBook calls;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ExplainEnrolmentService(
            Leads leads,
            Outlooks outlooks,
            Campaigns campaigns,
            Enrolments enrolments,
            Touches touches,
            CallBook calls,
            UnitOfWork units,
            ClockPort clock) {
        this.leads = leads;
        this.outlooks = outlooks;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.touches = touches;
        this.calls = calls;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Explained> of(TenantScope scope, LeadId id) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope.asWorker(),
                () -> leads.find(client, id)
                        .filter(lead -> lead.deletedAt() == null)
                        .map(this::explained));
    }

    private Explained explained(Lead lead) {
        ClientId client = lead.clientId();
        Enrolment enrolment = enrolments.newest(client, List.of(lead.id())).get(lead.id());
        if (enrolment == null) {
            return new Explained(null, null, null, against(lead).orElseGet(() -> refusal(GateReason.NOT_ASSIGNED)));
        }
        Optional<Campaign> campaign = campaigns.find(client, enrolment.campaignId());
        String name = campaign.map(Campaign::name).orElse(null);
        Optional<Refusal> refusal = enrolment.state().isTerminal() ? Optional.of(over(lead, enrolment)) : against(lead);
        return refusal.isPresent()
                ? new Explained(enrolment, name, null, refusal.get())
                : open(lead, enrolment, campaign.orElseThrow());
    }

    /** The same that the client's status counts this lead under. */
    private Optional<Refusal> against(Lead lead) {
        return outlooks.against(lead.clientId(), lead.id(), clock.now())
                .map(held -> Refusal.of(
                        io.agencyos.domain.outreach.gate.Refusal.of(held.code(), held.until(), held.remedy())));
    }

    /** Where every step was passed over, the lead hears why. */
    private Refusal over(Lead lead, Enrolment enrolment) {
        String reason = enrolment.stopReason();
        return reason == null
                ? against(lead)
                        .orElseGet(() -> new Refusal(
                                "sequence_exhausted", null, null, null, "Every step of the sequence is done."))
                : new Refusal(reason, null, null, null, EndedRun.whatToDo(reason));
    }

    private Explained open(Lead lead, Enrolment enrolment, Campaign campaign) {
        Optional<Touch> touch = touches.ofLead(lead.clientId(), lead.id()).stream()
                .filter(one -> enrolment.id().equals(one.enrolmentId()))
                .filter(one -> !one.state().isTerminal())
                .findFirst();
        ZoneId zone = Stream.of(Optional.ofNullable(lead.timezone()), Optional.of(campaign.timezone()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        return touch.map(one -> new Next(one.kind().channel(), one.scheduledAt(), zone))
                .or(() -> planned(enrolment, zone))
                .map(next -> new Explained(enrolment, campaign.name(), next, null))
                .orElseGet(
                        () -> new Explained(enrolment, campaign.name(), null, refusal(GateReason.MAX_TOUCHES_REACHED)));
    }

    /** For a step without a touch yet, when it will be planned. */
    private Optional<Next> planned(Enrolment enrolment, ZoneId zone) {
        Integer step = enrolment.nextStep();
        Instant due = enrolment.snoozedUntil() == null ? enrolment.nextDueAt() : enrolment.snoozedUntil();
        if (step == null || due == null) {
            return Optional.empty();
        }
        return isCalled(enrolment)
                ? Optional.of(new Next(Channel.VOICE, due, zone))
                : campaigns
                        .sequence(enrolment.clientId(), enrolment.campaignId(), enrolment.sequenceVersion())
                        .map(sequence -> new Next(sequence.step(step).channel(), due, zone));
    }

    /** Whoever asked for a call gets it before the next step. Source: outreach 10.6. */
    private boolean isCalled(Enrolment run) {
        return run.state() == EnrolmentState.SNOOZED
                && calls.wishes(run.clientId(), List.of(run.id())).values().stream()
                        .anyMatch(wish -> !wish.followed());
    }

    private static Refusal refusal(GateReason reason) {
        return Refusal.of(io.agencyos.domain.outreach.gate.Refusal.of(reason.wire(), null, null));
    }
}
