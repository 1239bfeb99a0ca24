package io.agencyos.application.lead.intake;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.ImportId;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code lead_import}: imports a file that was uploaded. Chunk by chunk under one import, whose counts say
 * where to go on after a crash, so that no row is taken twice. Source: api 1.7, 9.6.
 */
final class LeadImportJob {

    static final String FLOW = "lead_import";

    private static final String IMPORT = "import_id";
    private static final String CAMPAIGN = "campaign_id";
    private static final String FILE = "file_name";
    private static final String ROWS = "rows";
    private static final String COLUMN = "column.";
    private static final int CHUNK = 5000;

    /** What a job is ordered to import. */
    record Order(ImportId id, ImportLeads.Request request, int rows) {

        Map<String, String> params() {
            Map<String, String> params = new TreeMap<>();
            params.put(IMPORT, id.text());
            params.put(ROWS, Integer.toString(rows));
            if (request.campaignId() != null) {
                params.put(CAMPAIGN, request.campaignId().text());
            }
            if (request.fileName() != null) {
                params.put(FILE, request.fileName());
            }
            request.columnMap().forEach((header, member) -> params.put(COLUMN + header, member));
            return params;
        }
    }

    private final ImportLeadsService imports;
    private final ImportFiles kept;
    private final LeadFiles files;
    private final UnitOfWork units;

    LeadImportJob(ImportLeadsService imports, ImportFiles kept, LeadFiles files, UnitOfWork units) {
        this.imports = imports;
        this.kept = kept;
        this.files = files;
        this.units = units;
    }

    Flow<Order> flow() {
        return new Flow<>(
                FLOW,
                1,
                WorkClass.INTERACTIVE,
                Role.MEMBER,
                Set.of(),
                false,
                LeadImportJob::read,
                List.of(new FlowStep.Calling<>("import", 1, this::chunk)));
    }

    private static Result<Order, String> read(Map<String, String> params) {
        Map<String, String> columns = new HashMap<>();
        params.forEach((name, value) -> {
            if (name.startsWith(COLUMN)) {
                columns.put(name.substring(COLUMN.length()), value);
            }
        });
        return EntityId.parse(params.getOrDefault(IMPORT, ""), ImportId::new)
                .mapError(problem -> "leads are imported by uploading a file")
                .flatMap(id -> rows(params.getOrDefault(ROWS, ""))
                        .flatMap(rows -> campaign(params.get(CAMPAIGN))
                                .map(campaign -> new Order(
                                        id,
                                        new ImportLeads.Request(
                                                LeadSource.CSV_IMPORT,
                                                params.get(FILE),
                                                columns,
                                                campaign.orElse(null)),
                                        rows))));
    }

    private static Result<Integer, String> rows(String text) {
        return text.matches("\\d{1,6}") ? Result.ok(Integer.valueOf(text)) : Result.err(ROWS + " is no number");
    }

    private static Result<Optional<CampaignId>, String> campaign(@Nullable String text) {
        return text == null
                ? Result.ok(Optional.empty())
                : EntityId.parse(text, CampaignId::new).map(Optional::of).mapError(problem -> CAMPAIGN + " is no id");
    }

    private StepResult chunk(StepContext<Order> context) {
        Order order = context.params();
        TenantScope worker = TenantScope.worker(context.client());
        Optional<byte[]> content = units.inTenant(worker, () -> kept.find(context.client(), order.id()));
        if (content.isEmpty()) {
            return failed("FILE_GONE", "The uploaded file is not kept any more; upload it again.");
        }
        try (LeadFile file = files.open(() -> new ByteArrayInputStream(content.get()))) {
            return switch (imports.part(worker, order.id(), order.request(), file, CHUNK)) {
                case ImportLeadsService.Part.More(LeadImport.Counts counts) ->
                    new StepResult.More(Integer.toString(counts.rows()), counts(order, counts), Outcome.NONE);
                case ImportLeadsService.Part.Ended(LeadImport run) -> ended(worker, order, run);
                case ImportLeadsService.Part.Barred(LeadImport.Counts counts) ->
                    failed(
                            "CLIENT_BARRED",
                            "The client may have nobody new just now; the job goes on when it is retried.");
                case ImportLeadsService.Part.Refused refused ->
                    failed("IMPORT_REFUSED", "The file or its campaign cannot be taken any more.");
            };
        }
    }

    private StepResult ended(TenantScope worker, Order order, LeadImport run) {
        units.inTenant(worker, () -> kept.discard(worker.clientId(), order.id()));
        LeadImport.Counts counts = run.counts();
        Outcome outcome = Outcome.count("rows_total", counts.rows())
                .with("created", counts.created())
                .with("updated", counts.updated())
                .with("duplicates", counts.duplicates())
                .with("suppressed", counts.suppressed())
                .with("invalid", counts.invalid())
                .plus(new Outcome(Map.of(), Map.of(IMPORT, run.id().text())));
        return new StepResult.Done(counts(order, counts), outcome);
    }

    private static Counts counts(Order order, LeadImport.Counts counts) {
        return new Counts(
                Math.max(order.rows(), counts.rows()),
                counts.created() + counts.updated(),
                counts.invalid(),
                counts.duplicates() + counts.suppressed(),
                0);
    }

    private static StepResult failed(String code, String message) {
        return new StepResult.Failed(RunFailure.of(FailureClass.PERMANENT, code, message));
    }
}
