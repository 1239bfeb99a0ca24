package io.agencyos.application.lead.intake;

import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.intake.ColumnMapping;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.LeadRowReader;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads in chunks, at once or part by part, or only looks what would come of it. */
final class ImportLeadsService implements ImportLeads {

    private static final int CHUNK = 5000;
    private static final int PREVIEWED = 5;
    private static final int REJECTED_SHOWN = 100;

    private final LeadPorts ports;
    private final Clients clients;
    private final Campaigns campaigns;
    private final ImportStore store;
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
            EndOutreach outreach,
            Events events,
            IdentityKeys keys,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.clients = clients;
        this.campaigns = campaigns;
        this.store =
                new ImportStore(ports, clients, campaigns, scoring, enrolment, outreach, events, units, clock, ids);
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
        return switch (mapping(scope, request, file.headers())) {
            case Result.Err<ColumnMapping, Refusal>(Refusal refusal) -> new Outcome.Refused(refusal);
            case Result.Ok<ColumnMapping, Refusal>(ColumnMapping mapping) ->
                importLeads(scope.asWorker(), request, mapping, file, progress, rejects);
        };
    }

    private Outcome importLeads(
            TenantScope worker,
            Request request,
            ColumnMapping mapping,
            LeadFile file,
            Consumer<LeadImport.Counts> progress,
            Consumer<LeadImportRow> rejects) {
        ImportId id = new ImportId(ids.next());
        return switch (units.inTenant(worker, () -> begin(worker.clientId(), id, request))) {
            case Result.Err<Begun, Refusal>(Refusal refusal) -> new Outcome.Refused(refusal);
            case Result.Ok<Begun, Refusal>(Begun begun) ->
                run(worker, begun, reader(mapping, begun), file, progress, rejects);
        };
    }

    private LeadRowReader reader(ColumnMapping mapping, Begun begun) {
        return new LeadRowReader(mapping, begun.region(), begun.today(), keys);
    }

    private static Result<ColumnMapping, Refusal> mapping(TenantScope scope, Request request, List<String> headers) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return Result.err(new Refusal.RoleRequired());
        }
        Result<ColumnMapping, Refusal> mapping = request.columnMap().isEmpty()
                ? Result.ok(ColumnMapping.guess(headers))
                : ColumnMapping.given(headers, request.columnMap()).mapError(Refusal.MappingInvalid::new);
        return mapping.flatMap(columns ->
                columns.canIdentify() ? Result.ok(columns) : Result.err(new Refusal.NothingIdentifies(headers)));
    }

    /** Why a file with these headers would not be begun now; empty when it would. */
    Optional<Refusal> refusal(TenantScope scope, Request request, List<String> headers) {
        return switch (mapping(scope, request, headers)) {
            case Result.Err<ColumnMapping, Refusal>(Refusal refusal) -> Optional.of(refusal);
            case Result.Ok<ColumnMapping, Refusal>(ColumnMapping mapping) ->
                units.inTenant(scope.asWorker(), () -> notNow(scope.clientId(), request));
        };
    }

    /** How far an import has come that is carried out part by part. */
    sealed interface Part {

        record More(LeadImport.Counts counts) implements Part {}

        record Ended(LeadImport run) implements Part {}

        /** The client was barred meanwhile; the import can go on later. */
        record Barred(LeadImport.Counts counts) implements Part {}

        record Refused(Refusal refusal) implements Part {}
    }

    /** The next rows of the import of this id, which is begun when it is not known; the file is the same every time. */
    Part part(TenantScope worker, ImportId id, Request request, LeadFile file, int rows) {
        return switch (mapping(worker, request, file.headers())) {
            case Result.Err<ColumnMapping, Refusal>(Refusal refusal) -> new Part.Refused(refusal);
            case Result.Ok<ColumnMapping, Refusal>(ColumnMapping mapping) ->
                part(worker, id, request, mapping, file, rows);
        };
    }

    private Part part(
            TenantScope worker, ImportId id, Request request, ColumnMapping mapping, LeadFile file, int rows) {
        return switch (units.inTenant(
                worker,
                () -> ports.imports()
                        .find(worker.clientId(), id)
                        .<Result<Begun, Refusal>>map(known -> Result.ok(begun(known)))
                        .orElseGet(() -> begin(worker.clientId(), id, request)))) {
            case Result.Err<Begun, Refusal>(Refusal refusal) -> new Part.Refused(refusal);
            case Result.Ok<Begun, Refusal>(Begun begun) when !begun.run().isOpen() -> new Part.Ended(begun.run());
            case Result.Ok<Begun, Refusal>(Begun begun) -> part(worker, begun, reader(mapping, begun), file, rows);
        };
    }

    private Part part(TenantScope worker, Begun begun, LeadRowReader reader, LeadFile file, int rows) {
        LeadImport run = begun.run();
        try (ChunkReader chunks =
                new ChunkReader(file.rows(), reader, rows, run.counts().rows())) {
            ChunkReader.Chunk chunk = chunks.take();
            ImportStore.Stored stored = chunk.rows().isEmpty()
                    ? new ImportStore.Stored(run, null)
                    : store.store(worker, run, chunk.rows(), rejected -> {});
            if (stored.bar() != null) {
                return new Part.Barred(run.counts());
            }
            return chunk.last()
                    ? new Part.Ended(ended(worker, stored.run(), LeadImport.Status.DONE))
                    : new Part.More(stored.run().counts());
        }
    }

    private LeadImport ended(TenantScope worker, LeadImport run, LeadImport.Status end) {
        return units.inTenant(worker, () -> ports.imports().update(run.ended(end, clock.now())));
    }

    /** Carries what was tried out of its unit of work, which leaves nothing behind. */
    private static final class Tried extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<LeadImportRow> rows;

        Tried(List<LeadImportRow> rows) {
            super("tried, not done", null, false, false);
            this.rows = rows;
        }
    }

    /** What the file would do; to be asked only where nothing refuses it. */
    UploadLeads.Preview preview(TenantScope scope, Request request, LeadFile file) {
        ColumnMapping mapping = mapping(scope, request, file.headers()).orElseThrow();
        TenantScope worker = scope.asWorker();
        List<LeadFile.Row> lines = new ArrayList<>();
        file.rows().forEachRemaining(lines::add);
        List<LeadImportRow> rows = tried(worker, request, mapping, lines);
        Map<ImportRowResult, Integer> counts = new EnumMap<>(ImportRowResult.class);
        rows.forEach(row -> counts.merge(row.result(), 1, Integer::sum));
        return new UploadLeads.Preview(
                file.headers(),
                mapping.described(),
                file.warnings(),
                lines.stream()
                        .limit(PREVIEWED)
                        .map(line -> mapping.mapped(line.cells()))
                        .toList(),
                counts,
                rows.stream()
                        .filter(row ->
                                row.result() != ImportRowResult.CREATED && row.result() != ImportRowResult.UPDATED)
                        .limit(REJECTED_SHOWN)
                        .toList());
    }

    private List<LeadImportRow> tried(
            TenantScope worker, Request request, ColumnMapping mapping, List<LeadFile.Row> lines) {
        try {
            return units.inTenant(worker, () -> {
                Instant now = clock.now();
                Begun begun = begun(run(worker.clientId(), new ImportId(ids.next()), request));
                LeadRowReader reader = reader(mapping, begun);
                List<ImportChunk.Row> rows = new ArrayList<>(lines.size());
                lines.forEach(
                        line -> rows.add(ImportChunk.Row.of(rows.size() + 1, line.line(), reader.read(line.cells()))));
                ImportChunk chunk = new ImportChunk(begun.run(), store.look(begun.run(), rows, now), ids::next, now);
                rows.forEach(chunk::take);
                // looking makes one of people whom a row names together, which is no business of a trial
                throw new Tried(chunk.results());
            });
        } catch (Tried tried) {
            return tried.rows;
        }
    }

    private record Begun(LeadImport run, Country region, LocalDate today) {}

    private Optional<Refusal> notNow(ClientId client, Request request) {
        Optional<ClientBar> bar = store.bar(client);
        if (bar.isPresent()) {
            return Optional.of(new Refusal.Barred(bar.get()));
        }
        CampaignId campaign = request.campaignId();
        return campaign != null && campaigns.find(client, campaign).isEmpty()
                ? Optional.of(new Refusal.CampaignNotFound())
                : Optional.empty();
    }

    private Result<Begun, Refusal> begin(ClientId client, ImportId id, Request request) {
        Optional<Refusal> refusal = notNow(client, request);
        if (refusal.isPresent()) {
            return Result.err(refusal.get());
        }
        LeadImport run = run(client, id, request);
        ports.imports().insert(run);
        return Result.ok(begun(run));
    }

    private LeadImport run(ClientId client, ImportId id, Request request) {
        Instant now = clock.now();
        return new LeadImport(
                id,
                client,
                request.campaignId(),
                request.source(),
                request.fileName(),
                LeadImport.Status.RUNNING,
                LeadImport.Counts.NONE,
                now,
                now,
                null,
                null,
                0);
    }

    private Begun begun(LeadImport run) {
        Optional<Client> home = clients.find(run.clientId());
        return new Begun(
                run,
                home.map(Client::country).orElse(Country.AUSTRALIA),
                LocalDate.ofInstant(run.createdAt(), home.map(Client::timezone).orElse(ZoneOffset.UTC)));
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
                    ImportStore.Stored stored = store.store(worker, run, chunk.rows(), rejects);
                    run = stored.run();
                    barred = stored.bar();
                    progress.accept(run.counts());
                }
                broken = chunk.broken();
                more = barred == null && !chunk.last();
            }
        } catch (RuntimeException failed) {
            throw brokenOff(worker, run, failed);
        }
        LeadImport.Status end =
                barred == null && broken == null ? LeadImport.Status.DONE : LeadImport.Status.BROKEN_OFF;
        LeadImport ended = ended(worker, run, end);
        if (barred != null) {
            return new Outcome.Stopped(ended, barred);
        }
        return broken == null ? new Outcome.Done(ended, file.warnings()) : new Outcome.BrokenOff(ended, broken);
    }

    /** Says so at once where it can; where the stores are away too, it is seen by nobody's working at it. */
    private RuntimeException brokenOff(TenantScope worker, LeadImport run, RuntimeException failed) {
        try {
            units.inTenant(
                    worker,
                    () -> ports.imports()
                            .find(worker.clientId(), run.id())
                            .filter(LeadImport::isOpen)
                            .map(found ->
                                    ports.imports().update(found.ended(LeadImport.Status.BROKEN_OFF, clock.now()))));
        } catch (RuntimeException away) {
            failed.addSuppressed(away);
        }
        return failed;
    }
}
