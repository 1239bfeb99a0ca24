package io.agencyos.application.lead;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.campaign.EnrolLeads;
import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadImportRow;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.intake.ColumnMapping;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.lead.intake.LeadRowReader;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.IdentityKeys;
import io.agencyos.domain.shared.ImportId;
import io.agencyos.domain.shared.PoolPersonId;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** Reads in chunks; each chunk is one unit of work, tried again when somebody else took one of its keys meanwhile. */
final class ImportLeadsService implements ImportLeads {

    private static final int CHUNK = 5000;
    private static final int RACES = 5;

    private final LeadPorts ports;
    private final Clients clients;
    private final Campaigns campaigns;
    private final ScoreLeads scoring;
    private final EnrolLeads enrolment;
    private final Events events;
    private final IdentityKeys keys;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ImportLeadsService(
            LeadPorts ports,
            Clients clients,
            Campaigns campaigns,
            ScoreLeads scoring,
            EnrolLeads enrolment,
            Events events,
            IdentityKeys keys,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.clients = clients;
        this.campaigns = campaigns;
        this.scoring = scoring;
        this.enrolment = enrolment;
        this.events = events;
        this.keys = keys;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome importLeads(
            TenantScope scope,
            Request request,
            LeadFile file,
            Consumer<LeadImport.Counts> progress,
            Consumer<LeadImportRow> rejects) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.Refused(new Refusal.RoleRequired());
        }
        ColumnMapping mapping;
        if (request.columnMap().isEmpty()) {
            mapping = ColumnMapping.guess(file.headers());
        } else {
            switch (ColumnMapping.given(file.headers(), request.columnMap())) {
                case Result.Ok<ColumnMapping, List<ColumnMapping.Problem>>(ColumnMapping given) -> mapping = given;
                case Result.Err<ColumnMapping, List<ColumnMapping.Problem>>(List<ColumnMapping.Problem> problems) -> {
                    return new Outcome.Refused(new Refusal.MappingInvalid(problems));
                }
            }
        }
        if (!mapping.canIdentify()) {
            return new Outcome.Refused(new Refusal.NothingIdentifies(file.headers()));
        }
        TenantScope worker = scope.asWorker();
        return switch (units.inTenant(worker, () -> begin(worker.clientId(), request))) {
            case Result.Err<Begun, Refusal>(Refusal refusal) -> new Outcome.Refused(refusal);
            case Result.Ok<Begun, Refusal>(Begun begun) ->
                run(
                        worker,
                        begun,
                        new LeadRowReader(mapping, begun.region(), begun.today(), keys),
                        file,
                        progress,
                        rejects);
        };
    }

    /** Checks 1 to 3 of POOL-6, which an import may not skip; the client stays as it is until the unit of work ends. */
    private Optional<ClientBar> bar(ClientId client) {
        return ClientBar.of(
                clients.findForShare(client).orElse(null),
                clients.subscription(client).orElse(null));
    }

    private record Begun(LeadImport run, Country region, LocalDate today) {}

    private Result<Begun, Refusal> begin(ClientId client, Request request) {
        Optional<ClientBar> bar = bar(client);
        if (bar.isPresent()) {
            return Result.err(new Refusal.Barred(bar.get()));
        }
        CampaignId campaign = request.campaignId();
        if (campaign != null && campaigns.find(client, campaign).isEmpty()) {
            return Result.err(new Refusal.CampaignNotFound());
        }
        LeadImport run = new LeadImport(
                new ImportId(ids.next()),
                client,
                campaign,
                request.source(),
                request.fileName(),
                LeadImport.Status.RUNNING,
                LeadImport.Counts.NONE,
                clock.now(),
                null,
                0);
        ports.imports().insert(run);
        Optional<Client> home = clients.find(client);
        return Result.ok(new Begun(
                run,
                home.map(Client::country).orElse(Country.AUSTRALIA),
                LocalDate.ofInstant(run.createdAt(), home.map(Client::timezone).orElse(ZoneOffset.UTC))));
    }

    private Outcome run(
            TenantScope worker,
            Begun begun,
            LeadRowReader reader,
            LeadFile file,
            Consumer<LeadImport.Counts> progress,
            Consumer<LeadImportRow> rejects) {
        LeadImport run = begun.run();
        UnreadableLeadFile broken = null;
        ClientBar barred = null;
        try (ChunkReader chunks = new ChunkReader(file.rows(), reader, CHUNK)) {
            boolean more = true;
            while (more) {
                ChunkReader.Chunk chunk = chunks.take();
                if (!chunk.rows().isEmpty()) {
                    Stored stored = store(worker, run, chunk.rows(), rejects);
                    run = stored.run();
                    barred = stored.bar();
                    progress.accept(run.counts());
                }
                broken = chunk.broken();
                more = barred == null && !chunk.last();
            }
        }
        LeadImport last = run;
        LeadImport done =
                units.inTenant(worker, () -> ports.imports().update(last.ended(LeadImport.Status.DONE, null)));
        if (barred != null) {
            return new Outcome.Stopped(done, barred);
        }
        return broken == null ? new Outcome.Done(done, file.warnings()) : new Outcome.BrokenOff(done, broken);
    }

    /** @param bar why nothing was stored; null when it was */
    private record Stored(LeadImport run, @Nullable ClientBar bar) {}

    private Stored store(
            TenantScope worker, LeadImport run, List<ImportChunk.Row> rows, Consumer<LeadImportRow> rejects) {
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
        ImportChunk chunk = new ImportChunk(run, look(run, rows, now), ids::next, now);
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
        return ports.imports().update(run.counted(counts));
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

    private ImportChunk.Known look(LeadImport run, List<ImportChunk.Row> rows, Instant now) {
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
}
