package io.agencyos.application.lead;

import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One unit of work, tried again when somebody else took one of the keys between its look and its write. */
final class AddLeadService implements AddLead {

    private static final int RACES = 5;

    private final LeadEditing on;
    private final LeadIdentity identity;

    AddLeadService(LeadEditing on) {
        this.on = on;
        this.identity = new LeadIdentity(on.ports());
    }

    @Override
    public Outcome add(TenantScope scope, LeadDraft draft, @Nullable CampaignId campaign, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return on.units().inTenant(scope.asWorker(), () -> addOnce(scope, draft, campaign, origin));
            } catch (UniqueViolation | ConcurrentUpdate race) {
                // an import, or the allocator, took one of these keys between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Outcome addOnce(TenantScope scope, LeadDraft draft, @Nullable CampaignId campaignId, Origin origin) {
        ClientId client = scope.clientId();
        Optional<Client> found = on.clients().findForShare(client);
        Optional<ClientBar> bar = ClientBar.of(
                found.orElse(null), on.clients().subscription(client).orElse(null));
        if (bar.isPresent()) {
            return new Outcome.Barred(bar.get());
        }
        Country home = found.map(Client::country).orElse(Country.AUSTRALIA);
        Optional<Campaign> campaign = campaignId == null
                ? Optional.empty()
                : on.campaigns()
                        .find(client, campaignId)
                        .filter(open -> !open.isDeleted() && !open.status().isTerminal());
        if (campaignId != null && campaign.isEmpty()) {
            return new Outcome.Invalid(List.of(FieldProblem.of(
                    "campaign_id", "campaign_not_found", "There is no such campaign that takes leads.")));
        }
        return switch (draft.read(home, on.keys())) {
            case Result.Err<LeadRecord, List<FieldProblem>>(List<FieldProblem> problems) ->
                new Outcome.Invalid(problems);
            case Result.Ok<LeadRecord, List<FieldProblem>>(LeadRecord record) -> add(scope, record, campaign, origin);
        };
    }

    private Outcome add(TenantScope scope, LeadRecord record, Optional<Campaign> campaign, Origin origin) {
        Instant now = on.clock().now();
        ClientId client = scope.clientId();
        LeadIdentity.Known known = identity.look(LeadIdentity.keys(record.contact(), record.person()));
        Optional<Lead> same = identity.sameLead(client, record.contact(), known.ids(), record.externalId(), null);
        if (same.isPresent()) {
            return new Outcome.Duplicate(same.get().id());
        }
        Optional<Suppression> entry = identity.suppression(client, null, record, known.ids(), now);
        if (entry.isPresent()) {
            return new Outcome.Suppressed(entry.get().reason());
        }
        return known.isFree(null, now)
                ? new Outcome.Added(write(scope, record, campaign, known.keys(), now, origin))
                : new Outcome.Unavailable();
    }

    private Lead write(
            TenantScope scope,
            LeadRecord record,
            Optional<Campaign> campaign,
            List<IdentityKey> keys,
            Instant now,
            Origin origin) {
        ClientId client = scope.clientId();
        LeadId id = new LeadId(on.ids().next());
        identity.settle(client, keys, now);
        Optional<PoolPerson> facts = identity.look(keys).people().stream().findFirst();
        PoolPersonId person = facts.map(PoolPerson::id)
                .orElseGet(() -> new PoolPersonId(on.ids().next()));
        List<PoolClaim> claim =
                List.of(new PoolClaim(person, client, id, now, PoolClaim.ClaimedBy.MANUAL, ClaimStatus.ACTIVE, null));
        if (facts.isEmpty()) {
            on.ports().people().insertClaimed(Map.of(newPerson(person, record, now), keys), claim);
        } else {
            on.ports().people().claimAll(claim);
        }
        Lead lead = newLead(client, id, person, record, campaign, facts, now);
        on.ports().leads().insertAll(List.of(lead));
        on.ports().leads().putMetadata(client, Map.of(id, record.metadata()));
        on.events()
                .append(List.of(new DomainEvent(
                        on.ids().next(),
                        client,
                        EventName.LEAD_CREATED,
                        id.value(),
                        now,
                        Map.of("source", lead.source().wire()))));
        on.scoring().score(client, List.of(id), ScoreCause.INITIAL);
        campaign.filter(running -> running.status() == CampaignStatus.ACTIVE)
                .ifPresent(running -> on.enrolment().enrol(client, running.id(), List.of(id)));
        on.audit(scope, AuditAction.CREATE, id, origin);
        return on.ports().leads().find(client, id).orElseThrow();
    }

    private static Lead newLead(
            ClientId client,
            LeadId id,
            PoolPersonId person,
            LeadRecord record,
            Optional<Campaign> campaign,
            Optional<PoolPerson> facts,
            Instant now) {
        return Lead.begun(id, client, LeadSource.MANUAL, now)
                .campaignId(campaign.map(Campaign::id).orElse(null))
                .poolPersonId(person)
                .contact(facts.map(PoolPerson::contact)
                        .map(there -> FactMerge.contact(there, record.contact()))
                        .orElse(record.contact()))
                .person(facts.map(PoolPerson::person)
                        .map(there -> FactMerge.person(there, record.person()))
                        .orElse(record.person()))
                .company(facts.map(PoolPerson::company)
                        .map(there -> FactMerge.company(there, record.company()))
                        .orElse(record.company()))
                .roleStart(
                        record.roleStart() == null
                                ? facts.map(PoolPerson::roleStart).orElse(null)
                                : record.roleStart())
                .signals(LeadSignals.of(facts.map(PoolPerson::personalEmail).orElse(null))
                        .joinedBy(record.signals()))
                .timezone(facts.map(PoolPerson::timezone).orElse(null))
                .externalId(record.externalId())
                .lead();
    }

    private static PoolPerson newPerson(PoolPersonId id, LeadRecord record, Instant now) {
        ContactPoints contact = record.contact();
        PersonDetails person = record.person();
        CompanyDetails company = record.company();
        return new PoolPerson(
                id,
                contact,
                record.personalEmail(),
                person,
                company,
                record.roleStart(),
                null,
                PoolStatus.AVAILABLE,
                null,
                LeadSource.MANUAL.wire(),
                0,
                false,
                null,
                null,
                0,
                1,
                now,
                0);
    }
}
