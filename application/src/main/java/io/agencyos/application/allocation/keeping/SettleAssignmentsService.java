package io.agencyos.application.allocation.keeping;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentEnd;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.ClaimMachine.End;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what decides about a whole batch at once, and writes per reason. */
final class SettleAssignmentsService implements SettleAssignments {

    private final PoolKeeping on;
    private final HeldBatch batches;

    SettleAssignmentsService(PoolKeeping on) {
        this.on = on;
        this.batches = new HeldBatch(on);
    }

    @Override
    public Settled settle(ClientId client) {
        boolean left = on.units()
                .inTenant(TenantScope.worker(client), () -> on.world().clients().subscription(client))
                .map(subscription -> subscription.status() == SubscriptionStatus.CANCELLED)
                .orElse(false);
        if (left) {
            return new Settled(on.releaseClient().release(client), 0, 0);
        }
        List<Settled> done = new ArrayList<>();
        batches.each(client, batch -> settle(client, batch), done::add);
        return done.stream().reduce(new Settled(0, 0, 0), Settled::plus);
    }

    private Settled settle(ClientId client, List<PoolClaim> batch) {
        Instant now = on.clock().now();
        Map<ReleaseReason, List<LeadId>> released = new EnumMap<>(ReleaseReason.class);
        List<PoolClaim> expired = new ArrayList<>();
        List<AssignmentEnd.Facts> warned = new ArrayList<>();
        for (AssignmentEnd.Facts facts : facts(client, batch, now)) {
            Optional<End> end = AssignmentEnd.of(facts);
            if (end.isEmpty()) {
                if (AssignmentEnd.runsOutSoon(facts)) {
                    warned.add(facts);
                }
                continue;
            }
            switch (end.get()) {
                case End.Released(ReleaseReason reason) ->
                    released.computeIfAbsent(reason, key -> new ArrayList<>())
                            .add(facts.lead().id());
                case End.Unused unused -> expired.add(facts.claim());
                case End.Converted converted ->
                    throw new IllegalStateException("a deal, not the clock, converts an assignment");
            }
        }
        int count = 0;
        for (Map.Entry<ReleaseReason, List<LeadId>> group : released.entrySet()) {
            count += batches.release(client, group.getValue(), group.getKey());
        }
        // whom a first call may be reaching is no longer unused
        Set<LeadId> underWay = on.world()
                .touches()
                .underWay(client, expired.stream().map(PoolClaim::leadId).toList());
        expired.removeIf(claim -> underWay.contains(claim.leadId()));
        expire(client, expired, now);
        return new Settled(count, expired.size(), on.world().activities().append(warnings(warned, now)));
    }

    private List<AssignmentEnd.Facts> facts(ClientId client, List<PoolClaim> batch, Instant now) {
        Map<LeadId, Lead> leads =
                on
                        .world()
                        .leads()
                        .leads()
                        .findAll(client, batch.stream().map(PoolClaim::leadId).toList())
                        .stream()
                        .collect(Collectors.toMap(Lead::id, Function.identity()));
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.forEach((id, lead) -> subjects.put(id, Suppressions.Subject.of(lead)));
        Map<LeadId, Suppression> entries = on.world().leads().suppressions().matchAll(client, subjects, now);
        Set<CampaignId> there = on.world().campaigns().all(client).stream()
                .filter(campaign -> !campaign.isDeleted())
                .map(Campaign::id)
                .collect(Collectors.toSet());
        List<AssignmentEnd.Facts> facts = new ArrayList<>();
        for (PoolClaim claim : batch) {
            Lead lead = leads.get(claim.leadId());
            if (lead != null) {
                Suppression entry = entries.get(lead.id());
                boolean own = entry != null && entry.level() == SuppressionLevel.CLIENT && !entry.closesAddressOnly();
                facts.add(new AssignmentEnd.Facts(
                        claim,
                        lead,
                        lead.campaignId() != null && !there.contains(lead.campaignId()),
                        own ? entry.reason() : null,
                        now));
            }
        }
        return facts;
    }

    private void expire(ClientId client, List<PoolClaim> expired, Instant now) {
        batches.stop(client, expired.stream().map(PoolClaim::leadId).toList());
        on.world()
                .leads()
                .people()
                .expire(client, expired.stream().map(PoolClaim::personId).toList());
        on.world()
                .events()
                .append(expired.stream()
                        .map(claim -> new DomainEvent(
                                on.ids().next(),
                                client,
                                EventName.LEAD_EXPIRED,
                                claim.leadId().value(),
                                now,
                                Map.of("claimed_at", claim.claimedAt().toString())))
                        .toList());
    }

    /** Told once per hold: a person who comes back to the client is another hold. */
    private List<Activity> warnings(List<AssignmentEnd.Facts> soon, Instant now) {
        return soon.stream()
                .map(facts -> new Activity(
                        new ActivityId(on.ids().next()),
                        facts.lead().clientId(),
                        facts.lead().id(),
                        facts.lead().campaignId(),
                        ActivityAction.NOTE,
                        null,
                        null,
                        null,
                        null,
                        now,
                        "runs-out:" + facts.lead().id().text() + ":"
                                + facts.claim().claimedAt().getEpochSecond(),
                        "Nobody has written to this person for 75 days; after 90 days it goes back to the pool.",
                        ActivityActor.SYSTEM))
                .toList();
    }
}
