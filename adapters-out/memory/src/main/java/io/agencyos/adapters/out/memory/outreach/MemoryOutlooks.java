package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.PermissionModes;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How leads stand, looked up one by one. */
public final class MemoryOutlooks implements Outlooks {

    /** A person ends it, whenever a gate is going to look again. */
    private static final String MANUAL = "manual_mode";

    private static final Set<LeadStatus> WAITING = EnumSet.of(LeadStatus.NEW, LeadStatus.ENRICHED, LeadStatus.SCORED);

    private final Clients clients;
    private final Campaigns campaigns;
    private final MemoryLeads leads;
    private final MemoryEnrolments enrolments;
    private final Touches touches;

    public MemoryOutlooks(
            Clients clients, Campaigns campaigns, MemoryLeads leads, MemoryEnrolments enrolments, Touches touches) {
        this.clients = clients;
        this.campaigns = campaigns;
        this.leads = leads;
        this.enrolments = enrolments;
        this.touches = touches;
    }

    /** @param at when something is sent, where nothing stands against it */
    private record Outlook(
            LeadId lead,
            String name,
            @Nullable CampaignId campaign,
            @Nullable String code,
            @Nullable Instant until,
            @Nullable String remedy,
            @Nullable Instant at) {}

    private record Key(
            @Nullable CampaignId campaign, @Nullable String code) {}

    @Override
    public List<Group> groups(ClientId client, Instant now) {
        Map<Key, Group> groups = new LinkedHashMap<>();
        all(client, now).forEach(one -> {
            Instant at = one.code() == null ? one.at() : one.until();
            groups.merge(
                    new Key(one.campaign(), one.code()),
                    new Group(one.campaign(), one.code(), 1, at),
                    MemoryOutlooks::together);
        });
        return List.copyOf(groups.values());
    }

    private static Group together(Group left, Group right) {
        Instant earliest = Stream.of(Optional.ofNullable(left.earliest()), Optional.ofNullable(right.earliest()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Group(left.campaign(), left.code(), left.leads() + right.leads(), earliest);
    }

    @Override
    public Optional<Held> against(ClientId client, LeadId lead, Instant now) {
        return all(client, now)
                .filter(one -> one.lead().equals(lead))
                .flatMap(one -> held(one).stream())
                .findFirst();
    }

    private static Optional<Held> held(Outlook one) {
        return Optional.ofNullable(one.code())
                .map(code -> new Held(one.lead(), one.name(), one.campaign(), code, one.until(), one.remedy()));
    }

    @Override
    public List<Held> behind(
            ClientId client,
            String code,
            @Nullable CampaignId campaign,
            Instant now,
            @Nullable After after,
            int limit) {
        return all(client, now)
                .filter(one -> code.equals(one.code()))
                .filter(one -> campaign == null || campaign.equals(one.campaign()))
                .sorted(Comparator.comparing(MemoryOutlooks::place))
                .filter(one -> after == null || place(one).compareTo(place(after.name(), after.lead())) > 0)
                .limit(limit)
                .flatMap(one -> held(one).stream())
                .toList();
    }

    private static String place(Outlook one) {
        return place(one.name(), one.lead());
    }

    private static String place(String name, LeadId lead) {
        return name.toLowerCase(Locale.ROOT) + '\0' + lead.text();
    }

    private Stream<Outlook> all(ClientId client, Instant now) {
        Map<LeadId, Enrolment> running = new LinkedHashMap<>();
        enrolments
                .unfinished()
                .filter(one -> one.clientId().equals(client))
                .forEach(one -> running.put(one.leadId(), one));
        return leads.everybody()
                .filter(lead -> lead.clientId().equals(client))
                .filter(lead -> running.containsKey(lead.id()) || WAITING.contains(lead.status()))
                .sorted(Comparator.comparing(lead -> lead.id().text()))
                .map(lead -> outlook(lead, running.get(lead.id()), now));
    }

    private Outlook outlook(Lead lead, @Nullable Enrolment run, Instant now) {
        CampaignId campaign = run == null ? lead.campaignId() : run.campaignId();
        Optional<Touch> live = run == null ? Optional.empty() : live(run);
        String code = code(lead, run, campaign, live, now);
        boolean held = run != null && run.state() == EnrolmentState.HELD && run.hold() != null;
        Instant planned = live.map(Touch::scheduledAt)
                .orElseGet(
                        () -> run == null ? null : run.snoozedUntil() != null ? run.snoozedUntil() : run.nextDueAt());
        return new Outlook(
                lead.id(),
                Stream.of(lead.person().firstName(), lead.person().lastName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")),
                campaign,
                code,
                until(lead, run, code, now),
                held ? run.hold().remedy() : null,
                code == null ? planned : null);
    }

    private Optional<Touch> live(Enrolment run) {
        List<EnrolmentId> ids = List.of(run.id());
        return touches.lockLive(run.clientId(), ids).stream()
                .max(Comparator.comparing(Touch::createdAt)
                        .thenComparing(touch -> touch.id().text()));
    }

    private @Nullable String code(
            Lead lead, @Nullable Enrolment run, @Nullable CampaignId campaign, Optional<Touch> live, Instant now) {
        ClientId client = lead.clientId();
        if (clients.find(client).filter(Client::paused).isPresent()) {
            return "client_paused";
        }
        SubscriptionStatus booked =
                clients.subscription(client).map(Subscription::status).orElse(SubscriptionStatus.CANCELLED);
        if (booked != SubscriptionStatus.ACTIVE && booked != SubscriptionStatus.TRIALING) {
            return "subscription_inactive";
        }
        if (campaign == null) {
            return "not_assigned";
        }
        if (campaigns.find(client, campaign).map(Campaign::status).orElse(null) != CampaignStatus.ACTIVE) {
            return "campaign_inactive";
        }
        if (run != null && run.state() == EnrolmentState.AWAITING_OUTCOME) {
            return "reply_open";
        }
        if (run != null && run.state() == EnrolmentState.HELD && run.hold() != null) {
            return run.hold().code();
        }
        if (live.filter(touch -> touch.state() == TouchState.AWAITING_APPROVAL).isPresent()) {
            return "approval_required";
        }
        Lead.Block block = lead.block();
        if (block != null && (block.until() == null || block.until().isAfter(now))) {
            return block.code();
        }
        if (run != null) {
            return live.isEmpty() && byHandAlone(lead, campaign, now) ? MANUAL : null;
        }
        Enrolment last = enrolments.newest(client, List.of(lead.id())).get(lead.id());
        if (last != null && last.stopReason() != null) {
            return last.stopReason();
        }
        if (lead.score() == null) {
            return "not_scored";
        }
        return lead.score().tier() == Tier.DEAD ? "als_dead" : passedOver(last).orElse("enrolment_state");
    }

    private boolean byHandAlone(Lead lead, CampaignId campaign, Instant now) {
        PermissionMode ofCampaign = campaigns
                .find(lead.clientId(), campaign)
                .map(Campaign::permissionMode)
                .orElse(null);
        PermissionMode ofClient =
                clients.find(lead.clientId()).map(Client::defaultPermissionMode).orElse(null);
        return PermissionModes.effective(lead.care(), ofCampaign, ofClient, now) == PermissionMode.MANUAL;
    }

    /** Why the first of the steps that its last run did not take was not taken. */
    private Optional<String> passedOver(@Nullable Enrolment last) {
        return last == null
                ? Optional.empty()
                : enrolments.steps(last.clientId(), List.of(last.id())).stream()
                        .filter(step -> step.outcome() == EnrolmentStep.Outcome.REFUSED)
                        .min(Comparator.comparing(EnrolmentStep::stepNo))
                        .map(EnrolmentStep::code);
    }

    private static @Nullable Instant until(Lead lead, @Nullable Enrolment run, @Nullable String code, Instant now) {
        if (code == null || code.equals(MANUAL)) {
            return null;
        }
        if (run != null && run.hold() != null && code.equals(run.hold().code())) {
            return run.hold().until();
        }
        Lead.Block block = lead.block();
        boolean speaks = block != null && code.equals(block.code());
        boolean isOver =
                speaks && run == null && block.until() != null && !block.until().isAfter(now);
        return speaks && !isOver ? block.until() : null;
    }
}
