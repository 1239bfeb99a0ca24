package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.lead.LeadIdentity;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.allocation.Reengagement;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.StageMachine;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lead is put away, or taken up again, by a person; each in one unit of work. */
final class LeadReturns implements ArchiveLead, ReengageLead {

    private static final int RACES = 5;

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final DecidedOfLeads decided;

    LeadReturns(AllocationPorts ports, AllocationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.world = world;
        this.units = units;
        this.clock = clock;
        this.decided = new DecidedOfLeads(world, ids);
    }

    private static boolean may(TenantScope scope) {
        return scope.role() == Role.WORKER || scope.role().permits(Role.MEMBER);
    }

    @Override
    public ArchiveLead.Outcome archive(TenantScope scope, LeadId id) {
        return may(scope)
                ? units.inTenant(scope.asWorker(), () -> archiveOnce(scope, id))
                : ArchiveLead.Outcome.ROLE_REQUIRED;
    }

    private ArchiveLead.Outcome archiveOnce(TenantScope scope, LeadId id) {
        Optional<Lead> found = world.leads().leads().findForUpdate(scope.clientId(), id);
        if (found.isEmpty()) {
            return ArchiveLead.Outcome.NOT_FOUND;
        }
        Lead lead = found.get();
        if (lead.status() == LeadStatus.ARCHIVED) {
            return ArchiveLead.Outcome.ARCHIVED;
        }
        if (StageMachine.on(lead.status(), LeadStatus.ARCHIVED).toOptional().isEmpty()) {
            return ArchiveLead.Outcome.NOT_ELIGIBLE;
        }
        Instant now = clock.now();
        decided.tell(
                scope,
                world.leads().leads().update(lead.becoming(LeadStatus.ARCHIVED, now)),
                "Put away.",
                Map.of(),
                now);
        return ArchiveLead.Outcome.ARCHIVED;
    }

    @Override
    public ReengageLead.Outcome reengage(TenantScope scope, LeadId id, String reason, @Nullable CampaignId campaign) {
        if (!may(scope)) {
            return new ReengageLead.Outcome.RoleRequired();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return units.inTenant(scope.asWorker(), () -> reengageOnce(scope, id, reason, campaign));
            } catch (ClaimChunk.OutOfCredits poor) {
                return new ReengageLead.Outcome.NoCredits();
            } catch (UniqueViolation | ConcurrentUpdate race) {
                // an import took the person, or a reply changed the lead, between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private ReengageLead.Outcome reengageOnce(
            TenantScope scope, LeadId id, String reason, @Nullable CampaignId campaignId) {
        ClientId client = scope.clientId();
        Instant now = clock.now();
        Optional<ClientBar> bar = ClientBar.of(
                world.clients().findForShare(client).orElse(null),
                world.clients().subscription(client).orElse(null));
        if (bar.isPresent()) {
            return new ReengageLead.Outcome.Barred(bar.get());
        }
        Optional<Lead> found = world.leads().leads().findForUpdate(client, id);
        if (found.isEmpty()) {
            return new ReengageLead.Outcome.NotFound();
        }
        Lead lead = found.get();
        Optional<Reengagement.NotEligible> early = Reengagement.refusal(lead.status(), lead.history(), now);
        if (early.isPresent()) {
            return new ReengageLead.Outcome.NotEligible(early.get());
        }
        Optional<Campaign> campaign = Optional.ofNullable(campaignId == null ? lead.campaignId() : campaignId)
                .flatMap(wanted -> world.campaigns().findForShare(client, wanted))
                .filter(open -> !open.isDeleted() && !open.status().isTerminal());
        if (campaignId != null && campaign.isEmpty()) {
            return new ReengageLead.Outcome.CampaignNotFound();
        }
        Optional<Suppression> entry = suppression(lead, now);
        if (entry.isPresent()) {
            return new ReengageLead.Outcome.Suppressed(entry.get().reason());
        }
        if (!hold(lead, reason, now)) {
            return new ReengageLead.Outcome.Unavailable();
        }
        return open(scope, lead, reason, campaign, now);
    }

    private Optional<Suppression> suppression(Lead lead, Instant now) {
        PoolPersonId person = lead.poolPersonId();
        List<Suppressions.Key> aliases = person == null
                ? List.of()
                : world.leads().people().aliases(List.of(person)).getOrDefault(person, List.of());
        return world.leads()
                .suppressions()
                .match(lead.clientId(), Suppressions.Subject.of(lead).as(aliases), now)
                .filter(entry -> !entry.closesAddressOnly());
    }

    /** Check 8 of POOL-6 on the locked person, but that a no of 180 days ago is no reason for a person to wait longer. */
    private boolean hold(Lead lead, String reason, Instant now) {
        PoolPersonId id = lead.poolPersonId();
        if (id == null) {
            // one that was put away as a double is somebody whom another lead may be for
            Set<IdentityKey> keys = Set.copyOf(LeadIdentity.keys(lead.contact(), lead.person()));
            Set<PoolPersonId> known =
                    Set.copyOf(world.leads().people().resolve(keys).values());
            return world.leads().people().claims(known).isEmpty();
        }
        PoolClaim claim = world.leads().people().claims(List.of(id)).get(id);
        if (claim != null) {
            return claim.clientId().equals(lead.clientId()) && claim.status() == ClaimStatus.ACTIVE;
        }
        List<PoolPerson> free = ports.candidates().lockFree(List.of(id));
        PastHolds past = ports.candidates()
                .past(
                        lead.clientId(),
                        List.of(id),
                        now.atZone(ZoneOffset.UTC).minusYears(1).toInstant())
                .getOrDefault(id, PastHolds.NONE);
        if (free.isEmpty() || !past.allowByHand(free.getFirst(), now)) {
            return false;
        }
        world.leads()
                .people()
                .claimAll(List.of(new PoolClaim(
                        id,
                        lead.clientId(),
                        lead.id(),
                        now,
                        PoolClaim.ClaimedBy.MANUAL,
                        ClaimStatus.ACTIVE,
                        "re-engaged")));
        return true;
    }

    private ReengageLead.Outcome open(
            TenantScope scope, Lead lead, String reason, Optional<Campaign> campaign, Instant now) {
        ClientId client = lead.clientId();
        List<LeadId> one = List.of(lead.id());
        // paid for once, however often the person comes back (PLAN-4)
        if (lead.source() == LeadSource.POOL
                && world.credits().consume(client, one).isEmpty()) {
            throw new ClaimChunk.OutOfCredits();
        }
        Lead opened = lead.change()
                .status(LeadStatus.NEW)
                .campaignId(campaign.map(Campaign::id).orElse(lead.campaignId()))
                .block(null)
                .updatedAt(now)
                .lead();
        world.leads().leads().update(opened);
        world.scoring().score(client, one, ScoreCause.INITIAL);
        campaign.filter(running -> running.status() == CampaignStatus.ACTIVE)
                .ifPresent(running -> world.enrolment().enrol(client, running.id(), one));
        decided.tell(scope, opened, "Taken up again: " + reason, Map.of(), now);
        return new ReengageLead.Outcome.Reengaged();
    }
}
