package io.agencyos.application.lead.intake;

import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;

/** The file is kept before its job is ordered: an order without a file would fail, a file without an order is only thrown away. */
final class UploadLeadsService implements UploadLeads {

    private static final Duration KEPT = Duration.ofDays(7);

    private final ImportLeadsService imports;
    private final ImportFiles kept;
    private final LeadFiles files;
    private final StartRun start;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    UploadLeadsService(
            ImportLeadsService imports,
            ImportFiles kept,
            LeadFiles files,
            StartRun start,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.imports = imports;
        this.kept = kept;
        this.files = files;
        this.start = start;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** How many rows a file has, or why it is not taken. */
    private sealed interface Look {

        record Fits(int rows) implements Look {}

        record Not(Outcome why) implements Look {}
    }

    @Override
    public Outcome upload(TenantScope scope, ImportLeads.Request request, byte[] content, String orderKey) {
        return switch (look(scope, request, content)) {
            case Look.Not(Outcome why) -> why;
            case Look.Fits(int rows) -> new Outcome.Ordered(ordered(scope, request, content, rows, orderKey));
        };
    }

    private StartRun.Outcome ordered(
            TenantScope scope, ImportLeads.Request request, byte[] content, int rows, String orderKey) {
        ImportId id = new ImportId(ids.next());
        ClientId client = scope.clientId();
        units.inTenant(scope.asWorker(), () -> {
            kept.discardBefore(client, clock.now().minus(KEPT));
            kept.keep(client, id, content, clock.now());
        });
        StartRun.Outcome outcome = start.start(
                scope,
                new StartRun.Request(
                        LeadImportJob.FLOW, new LeadImportJob.Order(id, request, rows).params(), orderKey));
        if (!(outcome instanceof StartRun.Outcome.Started)) {
            units.inTenant(scope.asWorker(), () -> kept.discard(client, id));
        }
        return outcome;
    }

    @Override
    public Trial tryOut(TenantScope scope, ImportLeads.Request request, byte[] content) {
        if (look(scope, request, content) instanceof Look.Not(Outcome why)) {
            return new Trial.NotTaken(why);
        }
        try (LeadFile file = open(content)) {
            return new Trial.Shown(imports.preview(scope, request, file));
        }
    }

    private Look look(TenantScope scope, ImportLeads.Request request, byte[] content) {
        try (LeadFile file = open(content)) {
            Optional<ImportLeads.Refusal> refusal = imports.refusal(scope, request, file.headers());
            if (refusal.isPresent()) {
                return new Look.Not(new Outcome.Refused(refusal.get()));
            }
            int rows = 0;
            while (file.rows().hasNext()) {
                file.rows().next();
                rows++;
            }
            return rows > MAX_ROWS ? new Look.Not(new Outcome.TooManyRows(rows)) : new Look.Fits(rows);
        } catch (UnreadableLeadFile broken) {
            return new Look.Not(new Outcome.Unreadable(broken));
        }
    }

    private LeadFile open(byte[] content) {
        return files.open(() -> new ByteArrayInputStream(content));
    }
}
