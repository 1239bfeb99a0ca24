package io.agencyos.application.lead.intake;

import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores the rows of an import chunk by chunk; each is one unit of work, tried again when somebody else took one of its keys meanwhile. */
final class ImportStore {

    private static final int RACES = 5;

    private final LeadPorts ports;
    private final Clients clients;
    private final Campaigns campaigns;
    private final ScoreLeads scoring;
    private final EnrolLeads enrolment;
    private final DoubleLeads doubles;
    private final Events events;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ImportStore(
            LeadPorts ports,
            Clients clients,
            Campaigns campaigns,
            ScoreLeads scoring,
            EnrolLeads enrolment,
            EndOutreach outreach,
            Events events,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.clients = clients;
        this.campaigns = campaigns;
        this.scoring = scoring;
        this.enrolment = enrolment;
        this.doubles = new DoubleLeads(ports, outreach);
        this.events = events;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param bar why nothing was stored; null when it was */
    record Stored(LeadImport run, @Nullable ClientBar bar) {}

    Stored store(TenantScope worker, LeadImport run, List<ImportChunk.Row> rows, Consumer<LeadImportRow> rejects) {
        for (int attempt = 1; ; attempt++) {
            try {
                List<LeadImportRow> results = new ArrayList<>();
                Stored stored = units.inTenant(worker, () -> {
                    results.clear();
                    Optional<ClientBar> bar = bar(run.clientId());
                    return bar.isPresent()
                            ? new Stored(run, bar.get())
                            : new Stored(storeOnce(run, rows, results), null);
                });
                results.stream().filter(row -> !row.problems().isEmpty()).forEach(rejects);
                return stored;
            } catch (UniqueViolation | ConcurrentUpdate race) {
                // another import, or the allocator, took or changed one of these people between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private LeadImport storeOnce(LeadImport run, List<ImportChunk.Row> rows, List<LeadImportRow> results) {
        Instant now = clock.now();
        ClientId client = run.clientId();
        ImportChunk.Known known = look(run, rows, now);
        if (putDoublesAway(rows, known.leads(), now)) {
            known = look(run, rows, now);
        }
        ImportChunk chunk = new ImportChunk(run, known, ids::next, now);
        rows.forEach(chunk::take);
        ScoreLeads.FirstScores firstScores = scoring.scoreNew(client, chunk.created(), chunk.leadsOfNewPeople());
        ports.people().insertClaimed(chunk.newPeople(), chunk.claimsOfNewPeople());
        ports.people().addKeys(chunk.newKeys(), run.source().wire());
        ports.people().claimAll(chunk.claimsOfKnownPeople());
        ports.leads().insertAll(firstScores.leads());
        ports.leads().updateAll(chunk.updated());
        ports.leads().putMetadata(client, chunk.metadata());
        ports.imports().addRows(chunk.results());
        announce(chunk.created(), now);
        firstScores.store();
        if (!chunk.updated().isEmpty()) {
            scoring.score(client, chunk.updated().stream().map(Lead::id).toList(), ScoreCause.INITIAL);
        }
        enrol(client, run.campaignId(), chunk.created());
        results.addAll(chunk.results());
        LeadImport.Counts counts = run.counts();
        for (LeadImportRow row : chunk.results()) {
            counts = counts.plus(row.result());
        }
        return ports.imports().update(run.counted(counts, now));
    }

    /** A row with the address of one lead and the profile of another says that they are one person. */
    private boolean putDoublesAway(List<ImportChunk.Row> rows, Collection<Lead> named, Instant now) {
        Map<Object, Lead> byKey = new HashMap<>();
        for (Lead lead : named) {
            ContactPoints contact = lead.contact();
            if (contact.email() != null) {
                byKey.put(contact.email().key(), lead);
            }
            if (contact.linkedIn() != null) {
                byKey.put(contact.linkedIn(), lead);
            }
        }
        boolean any = false;
        for (ImportChunk.Row row : rows) {
            if (row.parsed() instanceof ParsedRow.Accepted(LeadRecord record, var ignored)
                    && record.contact().email() != null
                    && record.contact().linkedIn() != null) {
                Lead one = byKey.get(record.contact().email().key());
                Lead other = byKey.get(record.contact().linkedIn());
                any |= one != null
                        && other != null
                        && !one.id().equals(other.id())
                        && doubles.putAway(one, other, now).isPresent();
            }
        }
        return any;
    }

    private void enrol(ClientId client, @Nullable CampaignId campaign, List<Lead> created) {
        boolean running = campaign != null
                && campaigns
                        .find(client, campaign)
                        .map(c -> c.status() == CampaignStatus.ACTIVE)
                        .orElse(false);
        if (running && !created.isEmpty()) {
            enrolment.enrol(client, campaign, created.stream().map(Lead::id).toList());
        }
    }

    private void announce(List<Lead> created, Instant now) {
        events.append(created.stream()
                .map(lead -> new DomainEvent(
                        ids.next(),
                        lead.clientId(),
                        EventName.LEAD_CREATED,
                        lead.id().value(),
                        now,
                        Map.of("source", lead.source().wire())))
                .toList());
    }

    /** What the stores say about the people whom the rows name. Makes one of those whom a row names together. */
    ImportChunk.Known look(LeadImport run, List<ImportChunk.Row> rows, Instant now) {
        ClientId client = run.clientId();
        Set<IdentityKey> identities = new TreeSet<>();
        List<List<IdentityKey>> rowKeys = new ArrayList<>();
        Set<String> emails = new HashSet<>();
        Set<String> profiles = new HashSet<>();
        Set<String> externalIds = new HashSet<>();
        for (ImportChunk.Row row : rows) {
            if (row.parsed() instanceof ParsedRow.Accepted(LeadRecord record, var ignored)) {
                rowKeys.add(row.identities());
                identities.addAll(row.identities());
                if (record.contact().email() != null) {
                    emails.add(record.contact().email().key().value());
                }
                if (record.contact().linkedIn() != null) {
                    profiles.add(record.contact().linkedIn().key());
                }
                if (record.externalId() != null) {
                    externalIds.add(record.externalId());
                }
            }
        }
        Map<IdentityKey, PoolPersonId> owners =
                new MergePeople(ports).merge(client, rowKeys, ports.people().resolve(identities), now);
        Set<PoolPersonId> known = Set.copyOf(owners.values());
        Map<PoolPersonId, PoolPerson> people =
                ports.people().findAll(known).stream().collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        List<Lead> named = ports.leads().findByIdentity(client, emails, profiles, known, externalIds);
        return new ImportChunk.Known(
                owners,
                people,
                ports.people().claims(known),
                named,
                ports.imports()
                        .seen(client, run.id(), named.stream().map(Lead::id).toList()),
                ports.suppressions()
                        .matchAll(client, subjects(rows, owners, ports.people().aliases(known)), now));
    }

    /** What names the person of each row, whoever that is in the pool included: a new address hides nobody. */
    private static Map<Integer, Suppressions.Subject> subjects(
            List<ImportChunk.Row> rows,
            Map<IdentityKey, PoolPersonId> owners,
            Map<PoolPersonId, List<Suppressions.Key>> aliases) {
        Map<Integer, Suppressions.Subject> subjects = new HashMap<>();
        for (ImportChunk.Row row : rows) {
            if (row.parsed() instanceof ParsedRow.Accepted(LeadRecord record, var ignored)) {
                PoolPersonId person = row.identities().stream()
                        .map(owners::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                subjects.put(
                        row.rowNo(),
                        new Suppressions.Subject(
                                null,
                                person,
                                record.contact(),
                                record.company().domain(),
                                record.company().name(),
                                person == null ? List.of() : aliases.getOrDefault(person, List.of())));
            }
        }
        return subjects;
    }

    /** Checks 1 to 3 of POOL-6, which an import may not skip; the client stays as it is until the unit of work ends. */
    Optional<ClientBar> bar(ClientId client) {
        return ClientBar.of(
                clients.findForShare(client).orElse(null),
                clients.subscription(client).orElse(null));
    }
}
