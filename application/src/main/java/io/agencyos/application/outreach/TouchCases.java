package io.agencyos.application.outreach;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.Enrolment;
import io.agencyos.domain.campaign.EnrolmentState;
import io.agencyos.domain.campaign.PermissionModes;
import io.agencyos.domain.campaign.Sequence;
import io.agencyos.domain.campaign.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.SubscriptionStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.GateFacts;
import io.agencyos.domain.outreach.LeadPlace;
import io.agencyos.domain.outreach.SendCalendar;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads everything that the gates look at, for a whole batch of touches in a handful of statements. */
final class TouchCases {

    private static final int VERIFICATIONS = 2;

    private final OutreachWorld world;
    private final OutreachStores stores;

    TouchCases(OutreachWorld world, OutreachStores stores) {
        this.world = world;
        this.stores = stores;
    }

    /** A touch and the run that it belongs to. */
    record Pair(Touch touch, Enrolment enrolment) {}

    private record Reason(CampaignId campaign, Channel channel) {}

    /** The cases in the order of the pairs. */
    List<TouchCase> read(Setting setting, Collection<Pair> pairs) {
        List<LeadId> leads =
                pairs.stream().map(pair -> pair.touch().leadId()).distinct().toList();
        Map<LeadId, LeadSituations.Situation> situations =
                LeadSituations.read(world, stores.touches(), setting.id(), leads, setting.now());
        Map<Reason, Set<LeadId>> consents = consents(setting, pairs);
        Map<TouchId, ApprovalItem> approvals = stores.approvals()
                .newest(
                        setting.id(),
                        pairs.stream()
                                .map(Pair::touch)
                                .filter(touch -> touch.state() != TouchState.PLANNED)
                                .map(Touch::id)
                                .toList());
        List<TouchCase> cases = new ArrayList<>();
        for (Pair pair : pairs) {
            Touch touch = pair.touch();
            boolean consent = consents.getOrDefault(
                            new Reason(touch.campaignId(), touch.kind().channel()), Set.of())
                    .contains(touch.leadId());
            cases.add(one(setting, pair, situations.get(touch.leadId()), approvals.get(touch.id()), consent));
        }
        return cases;
    }

    private Map<Reason, Set<LeadId>> consents(Setting setting, Collection<Pair> pairs) {
        Map<Reason, Set<LeadId>> asked = new HashMap<>();
        pairs.stream()
                .map(Pair::touch)
                .forEach(touch -> asked.computeIfAbsent(
                                new Reason(touch.campaignId(), touch.kind().channel()), reason -> new HashSet<>())
                        .add(touch.leadId()));
        asked.replaceAll((reason, leads) ->
                stores.consents().covered(setting.id(), reason.campaign(), reason.channel(), leads, setting.now()));
        return asked;
    }

    private static TouchCase one(
            Setting setting,
            Pair pair,
            LeadSituations.@Nullable Situation situation,
            @Nullable ApprovalItem approval,
            boolean consent) {
        Touch touch = pair.touch();
        Enrolment enrolment = pair.enrolment();
        Campaign campaign = setting.campaign(touch.campaignId()).orElse(null);
        Sequence sequence = setting.sequence(enrolment).orElse(null);
        SequenceStep step = step(sequence, touch.stepNo());
        Lead lead = situation == null ? null : situation.lead();
        LeadPlace place = Places.of(lead, setting.zone());
        SendCalendar calendar = Places.calendar(touch, campaign, place, setting);
        PermissionMode mode = mode(campaign, setting);
        Touches.ContactHistory history = situation == null ? Touches.ContactHistory.NONE : situation.history();
        GateFacts facts = new GateFacts(
                intent(touch, enrolment, step),
                GateFacts.Switches.OFF,
                client(setting),
                campaign(campaign),
                situation == null ? null : lead(situation, touch, enrolment, campaign, step),
                history(history, enrolment, sequence, place.zone(), touch),
                address(touch, situation, enrolment, consent, setting.now()),
                approval(touch, approval, mode),
                calendar,
                !setting.holidays().covers(place.country(), LocalDate.ofInstant(setting.now(), place.zone())),
                new GateFacts.Sender(!setting.mailboxes().isEmpty(), GateFacts.Sender.Standing.HEALTHY, true, false),
                GateFacts.Budgets.PLENTY,
                MailWriter.standing(touch, situation == null ? null : situation.lead(), setting));
        return new TouchCase(
                touch, enrolment, campaign, sequence, step, lead, place, calendar, mode, approval, history, facts);
    }

    private static @Nullable SequenceStep step(@Nullable Sequence sequence, int stepNo) {
        return sequence == null || stepNo < 1 || stepNo > sequence.steps().size() ? null : sequence.step(stepNo);
    }

    private static PermissionMode mode(@Nullable Campaign campaign, Setting setting) {
        return PermissionModes.effective(
                null,
                campaign == null ? null : campaign.permissionMode(),
                setting.client().map(Client::defaultPermissionMode).orElse(null),
                setting.now());
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
                situation.person() == null ? null : situation.person().status(),
                everywhere && entry.reason() == SuppressionReason.UNSUBSCRIBED,
                person && entry.reason() == SuppressionReason.COMPLAINED,
                person ? entry.reason() : null,
                lead.score() == null ? null : lead.score().tier() != Tier.DEAD,
                lead.score() == null || channelOpen(lead, touch, campaign, step),
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
                || situation.claim() != null
                        && situation.claim().clientId().equals(situation.lead().clientId());
    }

    private static boolean channelOpen(
            Lead lead, Touch touch, @Nullable Campaign campaign, @Nullable SequenceStep step) {
        CostFloors floors = CostFloors.DEFAULT;
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
