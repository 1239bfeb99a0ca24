package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.ChannelMap;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.DateRange;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything that a gate looks at, for a whole batch of touches in a handful of statements. What a gate's column
 * does not name is not read for it. Source: outreach 3.3.
 */
final class GateCases {

    private final OutreachWorld world;
    private final OutreachStores stores;
    private final Outlets outlets;

    GateCases(OutreachWorld world, OutreachStores stores, Outlets outlets) {
        this.world = world;
        this.stores = stores;
        this.outlets = outlets;
    }

    private record Reason(CampaignId campaign, Channel channel) {}

    /** The cases with their facts, in the same order. */
    List<GateCase> read(Gate gate, Setting setting, List<TouchCase> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Map<LeadId, LeadSituations.Situation> situations = LeadSituations.read(
                world,
                setting.id(),
                cases.stream()
                        .map(TouchCase::lead)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                setting.now());
        // checks 17, 22 and 26 to 28 are asked before the commit, and not again
        boolean again = gate == Gate.DISPATCH;
        Map<LeadId, Touches.ContactHistory> histories = again ? Map.of() : histories(setting, cases);
        Map<Reason, Set<LeadId>> consents = again ? Map.of() : consents(setting, cases);
        Map<TouchId, ApprovalItem> approvals = approvals(setting, cases);
        Map<Channel, ContactFacts> contacts = outlets.each(cases, (outlet, own) -> outlet.contacts(gate, setting, own));
        List<GateCase> asked = new ArrayList<>();
        for (TouchCase one : cases) {
            Touch touch = one.touch();
            boolean consent = consents.getOrDefault(
                            new Reason(touch.campaignId(), touch.kind().channel()), Set.of())
                    .contains(touch.leadId());
            ApprovalItem approval = approvals.get(touch.id());
            GateFacts facts = facts(
                    setting,
                    one,
                    situations.get(touch.leadId()),
                    histories.getOrDefault(touch.leadId(), Touches.ContactHistory.NONE),
                    approval,
                    consent,
                    Objects.requireNonNull(contacts.get(touch.kind().channel())));
            asked.add(new GateCase(one, approval, facts));
        }
        return asked;
    }

    private Map<LeadId, Touches.ContactHistory> histories(Setting setting, List<TouchCase> cases) {
        return stores.touches()
                .history(
                        setting.id(),
                        cases.stream()
                                .map(one -> one.touch().leadId())
                                .distinct()
                                .toList(),
                        setting.now().minus(TouchCases.REMEMBERED));
    }

    private Map<Reason, Set<LeadId>> consents(Setting setting, List<TouchCase> cases) {
        Map<Reason, Set<LeadId>> asked = new HashMap<>();
        cases.stream()
                .map(TouchCase::touch)
                .forEach(touch -> asked.computeIfAbsent(
                                new Reason(touch.campaignId(), touch.kind().channel()), reason -> new HashSet<>())
                        .add(touch.leadId()));
        asked.replaceAll((reason, leads) ->
                stores.consents().covered(setting.id(), reason.campaign(), reason.channel(), leads, setting.now()));
        return asked;
    }

    /** Nobody was asked about a touch that has no text yet. */
    private Map<TouchId, ApprovalItem> approvals(Setting setting, List<TouchCase> cases) {
        List<TouchId> offered = cases.stream()
                .map(TouchCase::touch)
                .filter(touch -> touch.state() != TouchState.PLANNED)
                .map(Touch::id)
                .toList();
        return offered.isEmpty() ? Map.of() : stores.approvals().newest(setting.id(), offered);
    }

    private GateFacts facts(
            Setting setting,
            TouchCase one,
            LeadSituations.@Nullable Situation situation,
            Touches.ContactHistory history,
            @Nullable ApprovalItem approval,
            boolean consent,
            ContactFacts contacts) {
        Touch touch = one.touch();
        Enrolment enrolment = one.enrolment();
        Outlet outlet = outlets.of(touch);
        Channel channel = touch.kind().channel();
        GateFacts.Sender sender = new GateFacts.Sender(
                outlet.senders(setting, List.of()).any() && mayUseAny(one, setting),
                GateFacts.Sender.Standing.HEALTHY,
                true,
                false);
        return new GateFacts(
                intent(touch, enrolment, one.step(), contacts.superseded(one)),
                new GateFacts.Standing(
                        switches(setting, channel),
                        client(setting),
                        campaign(one.campaign()),
                        situation == null ? null : lead(setting, situation, one, contacts.inviteCooldown(one))),
                new GateFacts.Reach(
                        history(history, enrolment, one.sequence(), one.place().zone(), touch),
                        contacts.of(one, situation, consent),
                        approval(touch, approval, one.mode())),
                new GateFacts.Hours(one.calendar(), holidaysUnknown(one, setting)),
                GateFacts.Means.of(sender),
                outlet.content(one, setting));
    }

    private static GateFacts.Switches switches(Setting setting, Channel channel) {
        return new GateFacts.Switches(
                setting.switches().platform(),
                setting.switches().stops(channel, null),
                setting.stale().contains(channel),
                setting.testMode().on() && setting.testMode().recipient(channel).isEmpty());
    }

    private static boolean holidaysUnknown(TouchCase one, Setting setting) {
        LocalDate today = LocalDate.ofInstant(setting.now(), one.place().zone());
        return !setting.holidays().covers(one.place().country(), today);
    }

    /** A campaign that chose senders for the channel has one that is not put aside. */
    private static boolean mayUseAny(TouchCase one, Setting setting) {
        List<CampaignSender> chosen =
                setting.chosen(one.campaign(), one.touch().kind().channel());
        return chosen.isEmpty() || chosen.stream().anyMatch(CampaignSender::active);
    }

    private static GateFacts.Intent intent(
            Touch touch, Enrolment enrolment, @Nullable SequenceStep step, boolean superseded) {
        boolean next = enrolment.nextStep() != null && enrolment.nextStep() == touch.stepNo();
        boolean current = !superseded && (next || touch.origin() == TouchOrigin.FOLLOW_UP);
        return new GateFacts.Intent(
                touch.kind(),
                touch.scheduledAt(),
                touch.isStart(),
                step != null && step.spareOnly(),
                current,
                false,
                touch.byHand() != null && touch.byHand().override() != null,
                enrolment.state(),
                touch.origin() == TouchOrigin.REPLY);
    }

    private static GateFacts.@Nullable ClientFacts client(Setting setting) {
        return setting.client()
                .map(client -> new GateFacts.ClientFacts(
                        setting.subscription().map(Subscription::status).orElse(SubscriptionStatus.CANCELLED),
                        client.paused(),
                        setting.quietUntil(LocalDate.ofInstant(setting.now(), setting.zone()))
                                .orElse(null)))
                .orElse(null);
    }

    private static GateFacts.@Nullable CampaignFacts campaign(@Nullable Campaign campaign) {
        return campaign == null
                ? null
                : new GateFacts.CampaignFacts(
                        campaign.status(),
                        new DateRange(
                                campaign.settings().startDate(),
                                campaign.settings().endDate()),
                        campaign.timezone(),
                        campaign.pace().gapDays(),
                        campaign.pace().channelCooldownDays());
    }

    private static GateFacts.LeadFacts lead(
            Setting setting, LeadSituations.Situation situation, TouchCase one, boolean inviteCooldown) {
        Touch touch = one.touch();
        Lead lead = situation.lead();
        Suppression entry = situation.suppression();
        boolean person = entry != null && !entry.closesAddressOnly();
        boolean everywhere = person && entry.level() == SuppressionLevel.PLATFORM;
        return new GateFacts.LeadFacts(
                touch.campaignId().equals(lead.campaignId()) && held(situation),
                lead.status(),
                situation.pool() == null ? null : situation.pool().status(),
                everywhere && entry.reason() == SuppressionReason.UNSUBSCRIBED,
                person && entry.reason() == SuppressionReason.COMPLAINED,
                person ? entry.reason() : null,
                lead.score() == null ? null : lead.score().tier() != Tier.DEAD,
                lead.score() == null || channelOpen(setting, lead, touch, one.campaign(), one.step()),
                lead.status() == LeadStatus.NOT_INTERESTED ? LeadStatus.NOT_INTERESTED.wire() : null,
                one.enrolment().state() == EnrolmentState.AWAITING_OUTCOME,
                lead.status() == LeadStatus.MEETING_BOOKED,
                lead.status() == LeadStatus.CONVERTED,
                null,
                inviteCooldown);
    }

    /** The pool's word on whose lead this is; a lead that the pool does not know is its client's alone. */
    private static boolean held(LeadSituations.Situation situation) {
        return situation.lead().poolPersonId() == null
                || situation.pool() != null
                        && situation.lead().clientId().equals(situation.pool().holder());
    }

    private static boolean channelOpen(
            Setting setting, Lead lead, Touch touch, @Nullable Campaign campaign, @Nullable SequenceStep step) {
        CostFloors floors = setting.floors(touch.kind().channel());
        if (campaign != null) {
            ChannelFloors own = campaign.floors();
            floors = floors.with(own.voice(), own.sms(), own.mail());
        }
        int minimum = step == null || step.minAls() == null ? 0 : step.minAls();
        return lead.score() != null
                && ChannelMap.access(
                                touch.kind().channel(),
                                lead.score().tier(),
                                new AlsScore(lead.score().score()),
                                floors,
                                minimum)
                        == ChannelMap.Access.OPEN;
    }

    private static GateFacts.History history(
            Touches.ContactHistory history,
            Enrolment enrolment,
            @Nullable Sequence sequence,
            ZoneId zone,
            Touch touch) {
        return new GateFacts.History(
                history.byEnrolment().getOrDefault(enrolment.id(), 0),
                sequence == null ? 0 : sequence.steps().size(),
                history.sinceCount(),
                zone,
                date(history.last(), zone),
                date(history.lastByChannel().get(touch.kind().channel()), zone));
    }

    private static @Nullable LocalDate date(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : LocalDate.ofInstant(instant, zone);
    }

    private static GateFacts.Approval approval(Touch touch, @Nullable ApprovalItem item, PermissionMode mode) {
        GateFacts.Approval.Decision decision = Optional.ofNullable(item)
                .map(ApprovalItem::status)
                .map(status -> switch (status) {
                    case APPROVED -> GateFacts.Approval.Decision.APPROVED;
                    case REJECTED -> GateFacts.Approval.Decision.REJECTED;
                    case EXPIRED -> GateFacts.Approval.Decision.EXPIRED;
                    case PENDING, SUPERSEDED -> GateFacts.Approval.Decision.NONE;
                })
                .orElse(GateFacts.Approval.Decision.NONE);
        boolean byPerson = touch.byHand() != null || decision == GateFacts.Approval.Decision.APPROVED;
        return new GateFacts.Approval(mode, decision, byPerson);
    }
}
