package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.CampaignSlots;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.activation.ActivationChecks;
import io.agencyos.domain.campaign.activation.ActivationFacts;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.SenderIdentity;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starting campaigns under the client's lock; one, several after an emergency stop. */
public final class Activation {

    private final CampaignPorts ports;
    private final SendingChannels channels;
    private final Priorities priorities;
    private final Trail trail;

    public Activation(CampaignPorts ports, Priorities priorities, Trail trail) {
        this.ports = ports;
        this.channels = ports.channels();
        this.priorities = priorities;
        this.trail = trail;
    }

    /** What is so about a campaign and its client, read after the client's lock was taken. */
    record Facts(ActivationFacts checks, List<String> missing) {

        List<ActivationProblem> problems() {
            return ActivationChecks.problems(checks);
        }
    }

    /** @param credits the balance, whose row the caller has locked */
    Facts facts(Client client, Campaign campaign, int credits) {
        ClientId id = client.id();
        Optional<Subscription> subscription = ports.clients().subscription(id);
        List<String> missing = SenderIdentity.missing(
                client,
                ports.clients().defaultPersona(id).isPresent(),
                ports.optOutReachable().getAsBoolean());
        ActivationFacts checks = new ActivationFacts(
                campaign.name(),
                campaign.channelMix(),
                steps(campaign),
                subscription.map(Subscription::status).orElse(SubscriptionStatus.CANCELLED),
                subscription.filter(booked -> slotFree(booked, campaign)).isPresent(),
                CampaignSender.open(channels.of(id), ports.campaigns().senders(id, campaign.id())),
                missing.isEmpty(),
                ports.declarations().newest(id, campaign.id()).isPresent(),
                client.paused(),
                !ports.enrolments()
                        .states(id)
                        .getOrDefault(campaign.id(), Map.of())
                        .isEmpty(),
                credits,
                ports.clients()
                        .icp(id)
                        .filter(icp -> icp.status() == IcpStatus.CONFIRMED)
                        .isPresent());
        return new Facts(checks, missing);
    }

    private List<SequenceStep> steps(Campaign campaign) {
        return ports.campaigns()
                .sequence(
                        campaign.clientId(), campaign.id(), campaign.sequence().version())
                .map(Sequence::steps)
                .orElse(List.of());
    }

    private boolean slotFree(Subscription subscription, Campaign campaign) {
        List<CampaignOrigin> others = ports.campaigns().all(campaign.clientId()).stream()
                .filter(other -> other.status() == CampaignStatus.ACTIVE && !isSame(other.id(), campaign))
                .map(Campaign::origin)
                .toList();
        return CampaignSlots.free(subscription.plan().terms().campaigns(), others, campaign.origin());
    }

    private static boolean isSame(CampaignId id, Campaign campaign) {
        return id.equals(campaign.id());
    }

    /** Writes the start of a campaign whose checks have passed. */
    Campaign start(TenantScope scope, Campaign campaign, Instant now, Origin origin) {
        int share = priorities.join(campaign);
        Campaign active = ports.campaigns().update(campaign.activated(share, now));
        trail.event(
                EventName.CAMPAIGN_STARTED,
                scope,
                active.id().value(),
                Map.of("from", campaign.status().wire()));
        trail.campaign(
                scope, AuditAction.CAMPAIGN_ACTIVATE, active, Map.of("status", Trail.status(campaign, active)), origin);
        return active;
    }
}
