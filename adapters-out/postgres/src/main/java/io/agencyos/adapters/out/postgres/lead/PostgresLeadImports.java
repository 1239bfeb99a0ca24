package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.LeadImports;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/** Imports in {@code lead_import} and {@code lead_import_row}. */
public final class PostgresLeadImports implements LeadImports {

    private static final RowShape ROWS = new RowShape("import_rows", """
        client_id uuid, import_id uuid, row_no int, line int, result text, problems jsonb, lead_id uuid, previous jsonb,
        facts_after text\
        """);
    private static final Json NO_PROBLEMS = new Json("[]");

    @Override
    public void insert(LeadImport run) {
        Db.update("""
            insert into lead_import (client_id, id, campaign_id, source, file_name, status, run_id, created_at,
                   updated_at)
            values (:client, :id, :campaign, :source, :file, :status, :id, :at, :touched)
            """)
                .bind("client", run.clientId())
                .bind("id", run.id())
                .bindByType("campaign", run.campaignId(), CampaignId.class)
                .bind("source", run.source())
                .bind("file", run.fileName())
                .bind("status", run.status())
                .bind("at", run.createdAt())
                .bind("touched", run.touchedAt())
                .execute();
    }

    @Override
    public LeadImport update(LeadImport run) {
        LeadImport.Counts counts = run.counts();
        int written = Db.update("""
            update lead_import
               set status = :status, rows_total = :rows, created = :created, updated = :updated,
                   duplicates = :duplicates, suppressed = :suppressed, invalid = :invalid, undone_at = :undone,
                   undone_by = :by, updated_at = :touched, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """)
                .bind("client", run.clientId())
                .bind("id", run.id())
                .bind("version", run.version())
                .bind("status", run.status())
                .bind("rows", counts.rows())
                .bind("created", counts.created())
                .bind("updated", counts.updated())
                .bind("duplicates", counts.duplicates())
                .bind("suppressed", counts.suppressed())
                .bind("invalid", counts.invalid())
                .bind("touched", run.touchedAt())
                .bindByType("undone", run.undoneAt(), Instant.class)
                .bindByType("by", run.undoneBy(), UserId.class)
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("lead import " + run.id());
        }
        return run.atVersion(run.version() + 1);
    }

    @Override
    public Optional<LeadImport> find(ClientId client, ImportId id) {
        return Db.query("select * from lead_import where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<LeadImport> list(ClientId client, int limit) {
        return Db.query("""
            select * from lead_import where client_id = :client order by created_at desc, id desc limit :limit
            """)
                .bind("client", client)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void addRows(Collection<LeadImportRow> added) {
        if (added.isEmpty()) {
            return;
        }
        RowBatch rows = new RowBatch(ROWS);
        added.forEach(row -> rows.row()
                .set("client_id", row.clientId())
                .set("import_id", row.importId())
                .set("row_no", row.rowNo())
                .set("line", row.line())
                .set("result", row.result())
                .set("problems", row.problems().isEmpty() ? NO_PROBLEMS : Json.of(row.problems()))
                .set("lead_id", row.leadId())
                .set("facts_after", row.factsAfter())
                .set(
                        "previous",
                        row.before() == null
                                ? null
                                : LeadRows.of(List.of(row.before()))
                                        .json()
                                        .tree()
                                        .get(0)));
        RowBatch.Ready all = rows.ready();
        Db.later(() -> all.update("""
            insert into lead_import_row (client_id, import_id, row_no, line, result, problems, lead_id, previous,
                   facts_after)
            select client_id, import_id, row_no, line, result, problems, lead_id, previous, facts_after
              from {rows}
            """).execute());
    }

    @Override
    public Set<LeadId> seen(ClientId client, ImportId id, Collection<LeadId> leads) {
        return Db.query("""
            select distinct lead_id from lead_import_row
             where client_id = :client and import_id = :id and lead_id = any (:leads)
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> Rows.id(row, "lead_id", LeadId::new))
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public List<LeadImportRow> rows(
            ClientId client, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit) {
        return Db.query("""
            select r.row_no, r.line, r.result, r.problems, r.lead_id as row_lead_id, r.facts_after,
                   r.previous is not null as has_previous, p.*, null::timestamptz as deleted_at
              from lead_import_row r
              cross join lateral jsonb_to_record(coalesce(r.previous, '{}')) as p(\
            """ + LeadRows.TYPES + LeadRows.CARE_TYPES + """
            )
             where r.client_id = :client and r.import_id = :id and r.result = any (:results) and r.row_no > :after
             order by r.row_no limit :limit
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("results", Db.wires(results))
                .bind("after", afterRowNo)
                .bind("limit", limit)
                .map((row, context) -> new LeadImportRow(
                        client,
                        id,
                        row.getInt("row_no"),
                        row.getInt("line"),
                        Rows.word(row, "result", ImportRowResult.class),
                        problems(row),
                        Rows.idOrNull(row, "row_lead_id", LeadId::new),
                        row.getBoolean("has_previous") ? LeadRows.read(row) : null,
                        row.getString("facts_after")))
                .list();
    }

    private static List<ParsedRow.CellProblem> problems(ResultSet row) throws SQLException {
        Json json = Rows.jsonOrNull(row, "problems");
        return json == null
                ? List.of()
                : json.as(new TypeReference<List<Map<String, String>>>() {}).stream()
                        .map(problem -> new ParsedRow.CellProblem(
                                problem.getOrDefault("column", ""),
                                problem.getOrDefault("code", ""),
                                problem.getOrDefault("message", "")))
                        .toList();
    }

    static LeadImport read(ResultSet row) throws SQLException {
        return new LeadImport(
                Rows.id(row, "id", ImportId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.word(row, "source", LeadSource.class),
                row.getString("file_name"),
                Rows.word(row, "status", LeadImport.Status.class),
                new LeadImport.Counts(
                        row.getInt("rows_total"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("duplicates"),
                        row.getInt("suppressed"),
                        row.getInt("invalid")),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.instantOrNull(row, "undone_at"),
                Rows.idOrNull(row, "undone_by", UserId::new),
                row.getInt("row_version"));
    }
}
