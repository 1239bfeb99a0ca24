package io.agencyos.application.outreach.outlook;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.campaign.Enrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.Leads;
import io.agencyos.application.outreach.Touches;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.GateClass;
import io.agencyos.domain.outreach.GateCode;
import io.agencyos.domain.outreach.GateReason;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchState;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the stores that planning reads; what bars the whole client is told before what bars the one touch. */
public final class ExplainEnrolmentService implements ExplainEnrolment {

    private final Leads leads;
    private final Clients clients;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final Touches touches;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ExplainEnrolmentService(
            Leads leads,
            Clients clients,
            Campaigns campaigns,
            Enrolments enrolments,
            Touches touches,
            UnitOfWork units,
            ClockPort clock) {
        this.leads = leads;
        this.clients = clients;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.touches = touches;
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
            return new Explained(null, null, null, unenrolled(lead));
        }
        Optional<Campaign> campaign = campaigns.find(client, enrolment.campaignId());
        String name = campaign.map(Campaign::name).orElse(null);
        Optional<Refusal> refusal = over(enrolment).or(() -> barred(lead, enrolment, campaign.orElse(null)));
        return refusal.isPresent()
                ? new Explained(enrolment, name, null, refusal.get())
                : open(lead, enrolment, campaign.orElseThrow());
    }

    private static Refusal unenrolled(Lead lead) {
        Lead.Block block = lead.block();
        return block == null ? refusal(GateReason.NOT_ASSIGNED) : refusal(block.code(), block.until());
    }

    private static Optional<Refusal> over(Enrolment enrolment) {
        if (!enrolment.state().isTerminal()) {
            return Optional.empty();
        }
        String reason = enrolment.stopReason();
        return Optional.of(
                reason == null
                        ? new Refusal("sequence_exhausted", null, null, null, "Every step of the sequence is done.")
                        : new Refusal(reason, null, null, null, "It has ended; nothing more is sent."));
    }

    private Optional<Refusal> barred(Lead lead, Enrolment enrolment, @Nullable Campaign campaign) {
        if (clients.find(lead.clientId()).map(Client::pause).isPresent()) {
            return Optional.of(refusal(GateReason.CLIENT_PAUSED));
        }
        if (campaign == null || campaign.status() != CampaignStatus.ACTIVE) {
            return Optional.of(refusal(GateReason.CAMPAIGN_INACTIVE));
        }
        Enrolment.Hold hold = enrolment.hold();
        if (hold != null) {
            return Optional.of(new Refusal(hold.code(), GateClass.HOLD, hold.until(), ended(hold), hold.remedy()));
        }
        Lead.Block block = lead.block();
        Instant until = block == null ? null : block.until();
        return block == null || until != null && !until.isAfter(clock.now())
                ? Optional.empty()
                : Optional.of(refusal(block.code(), until));
    }

    private static @Nullable String ended(Enrolment.Hold hold) {
        return GateCode.parse(hold.code()).map(code -> code.reason().endedBy()).orElse(null);
    }

    private Explained open(Lead lead, Enrolment enrolment, Campaign campaign) {
        Optional<Touch> touch = touches.ofLead(lead.clientId(), lead.id()).stream()
                .filter(one -> enrolment.id().equals(one.enrolmentId()))
                .filter(one -> !one.state().isTerminal())
                .findFirst();
        if (touch.filter(one -> one.state() == TouchState.AWAITING_APPROVAL).isPresent()) {
            return new Explained(enrolment, campaign.name(), null, refusal(GateReason.APPROVAL_REQUIRED));
        }
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
        return step == null || due == null
                ? Optional.empty()
                : campaigns
                        .sequence(enrolment.clientId(), enrolment.campaignId(), enrolment.sequenceVersion())
                        .map(sequence -> new Next(sequence.step(step).channel(), due, zone));
    }

    private static Refusal refusal(GateReason reason) {
        return new Refusal(
                reason.wire(),
                reason.classes().stream().sorted().findFirst().orElse(null),
                null,
                reason.endedBy(),
                reason.whatToDo());
    }

    private static Refusal refusal(String code, @Nullable Instant until) {
        return GateCode.parse(code)
                .map(GateCode::reason)
                .map(reason -> new Refusal(
                        code,
                        reason.classes().stream().sorted().findFirst().orElse(null),
                        until,
                        until == null ? reason.endedBy() : null,
                        reason.whatToDo()))
                .orElseGet(() -> new Refusal(code, null, until, null, "It goes on by itself when the cause is gone."));
    }
}
