package io.agencyos.application.outreach;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.Enrolment;
import io.agencyos.domain.campaign.EnrolmentState;
import io.agencyos.domain.campaign.Sequence;
import io.agencyos.domain.campaign.SequenceStep;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.SubscriptionStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.Gate;
import io.agencyos.domain.outreach.GateFacts;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchOrigin;
import io.agencyos.domain.outreach.TouchState;
import io.agencyos.domain.scoring.AlsScore;
import io.agencyos.domain.scoring.ChannelMap;
import io.agencyos.domain.scoring.CostFloors;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.DateRange;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

    private static final int VERIFICATIONS = 2;

    private final OutreachWorld world;
    private final OutreachStores stores;

    GateCases(OutreachWorld world, OutreachStores stores) {
        this.world = world;
        this.stores = stores;
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
                    consent);
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

    private static GateFacts facts(
            Setting setting,
            TouchCase one,
            LeadSituations.@Nullable Situation situation,
            Touches.ContactHistory history,
            @Nullable ApprovalItem approval,
            boolean consent) {
        Touch touch = one.touch();
        Enrolment enrolment = one.enrolment();
        return new GateFacts(
                intent(touch, enrolment, one.step()),
                GateFacts.Switches.OFF,
                client(setting),
                campaign(one.campaign()),
                situation == null ? null : lead(setting, situation, touch, enrolment, one.campaign(), one.step()),
                history(history, enrolment, one.sequence(), one.place().zone(), touch),
                address(touch, situation, enrolment, consent, setting.now()),
                approval(touch, approval, one.mode()),
                one.calendar(),
                !setting.holidays()
                        .covers(
                                one.place().country(),
                                LocalDate.ofInstant(setting.now(), one.place().zone())),
                new GateFacts.Sender(!setting.mailboxes().isEmpty(), GateFacts.Sender.Standing.HEALTHY, true, false),
                GateFacts.Budgets.PLENTY,
                MailWriter.standing(touch, one.lead(), setting));
    }

    private static GateFacts.Intent intent(Touch touch, Enrolment enrolment, @Nullable SequenceStep step) {
        boolean current = enrolment.nextStep() != null && enrolment.nextStep() == touch.stepNo();
        return new GateFacts.Intent(
                touch.kind(),
                touch.stepNo() == 1,
                step != null && step.spareOnly(),
                current,
                false,
                false,
                enrolment.state(),
                touch.origin() == TouchOrigin.REPLY);
    }

    private static GateFacts.@Nullable ClientFacts client(Setting setting) {
        return setting.client()
                .map(client -> new GateFacts.ClientFacts(
                        setting.subscription()
                                .map(io.agencyos.domain.client.Subscription::status)
                                .orElse(SubscriptionStatus.CANCELLED),
                        client.paused(),
                        null))
                .orElse(null);
    }

    private static GateFacts.@Nullable CampaignFacts campaign(@Nullable Campaign campaign) {
        return campaign == null
                ? null
                : new GateFacts.CampaignFacts(
                        campaign.status(),
                        new DateRange(campaign.startDate(), campaign.endDate()),
                        campaign.timezone(),
                        campaign.touchGapDays(),
                        campaign.channelCooldownDays());
    }

    private static GateFacts.LeadFacts lead(
            Setting setting,
            LeadSituations.Situation situation,
            Touch touch,
            Enrolment enrolment,
            @Nullable Campaign campaign,
            @Nullable SequenceStep step) {
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
                lead.score() == null || channelOpen(setting, lead, touch, campaign, step),
                lead.status() == LeadStatus.NOT_INTERESTED ? LeadStatus.NOT_INTERESTED.wire() : null,
                enrolment.state() == EnrolmentState.AWAITING_OUTCOME,
                lead.status() == LeadStatus.MEETING_BOOKED,
                lead.status() == LeadStatus.CONVERTED,
                null,
                false);
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

    private static GateFacts.Address address(
            Touch touch,
            LeadSituations.@Nullable Situation situation,
            Enrolment enrolment,
            boolean consent,
            Instant now) {
        return new GateFacts.Address(
                situation != null && present(touch, situation.lead()),
                state(touch, situation),
                false,
                consent,
                GateFacts.Address.Register.NOT_APPLICABLE,
                // one verification is asked for on each day that the address stays unknown
                Math.toIntExact(
                        Math.min(VERIFICATIONS, Math.max(0, ChronoUnit.DAYS.between(enrolment.createdAt(), now)))));
    }

    private static boolean present(Touch touch, Lead lead) {
        return switch (touch.kind().channel()) {
            case EMAIL -> lead.contact().email() != null;
            case SMS, VOICE -> lead.contact().phone() != null;
            case LINKEDIN -> lead.contact().linkedIn() != null;
            case MAIL -> false;
        };
    }

    private static GateFacts.Address.State state(Touch touch, LeadSituations.@Nullable Situation situation) {
        if (situation == null || touch.kind().channel() != Channel.EMAIL) {
            return GateFacts.Address.State.OK;
        }
        Suppression entry = situation.suppression();
        if (entry != null && entry.closesAddressOnly() && entry.keyType() == SuppressionKeyType.EMAIL) {
            return GateFacts.Address.State.BOUNCED;
        }
        return switch (situation.lead().contact().emailStatus()) {
            case VERIFIED, CATCH_ALL -> GateFacts.Address.State.OK;
            case GUESSED -> GateFacts.Address.State.UNVERIFIED;
            case UNKNOWN -> GateFacts.Address.State.UNKNOWN;
            case INVALID -> GateFacts.Address.State.INVALID;
        };
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
        boolean byPerson = touch.origin() == TouchOrigin.MANUAL || decision == GateFacts.Approval.Decision.APPROVED;
        return new GateFacts.Approval(mode, decision, byPerson);
    }
}
