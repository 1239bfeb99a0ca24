package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.lead.intake.UploadLeads;
import io.agencyos.application.lead.store.LeadQueries.ListedImport;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.ParsedRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it. Source: api 8.
 *
 * @param source how the leads of the file are marked to have come
 * @param status whether rows are still read, all of them were, whoever read them is gone, or the import was taken back,
 *     wholly or but for what had changed since
 * @param created rows that made a lead, or would make one
 * @param duplicates rows about somebody who is a lead already, or whom an earlier row names
 * @param updatedAt when it was last worked on: a part of the rows taken, all of them read, or the import taken back
 * @param undoneBy who took the import back; null where nobody did, or a program
 * @param lastLine line of the file at which the last row begins that was taken; the same file may be imported again after
 *     a break, and what was taken is found again. Null where no row was
 */
record ImportView(
        UUID id,
        UUID clientId,
        LeadSource source,
        @Nullable String fileName,
        LeadView.@Nullable CampaignRef campaign,
        LeadImport.Status status,
        int rowsTotal,
        int created,
        int updated,
        int duplicates,
        int suppressed,
        int invalid,
        @Nullable Integer lastLine,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant undoneAt,
        People.@Nullable UserCard undoneBy,
        int version) {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");

    static final ImportView EXAMPLE = new ImportView(
            ID,
            ID,
            LeadSource.CSV_IMPORT,
            "leads.csv",
            null,
            LeadImport.Status.DONE,
            4,
            1,
            0,
            1,
            1,
            1,
            5,
            WHEN,
            WHEN,
            null,
            null,
            2);

    /** @param people who is called what */
    static ImportView of(ListedImport listed, People.Names people) {
        LeadImport run = listed.run();
        LeadImport.Counts counts = run.counts();
        return new ImportView(
                run.id().value(),
                run.clientId().value(),
                run.source(),
                run.fileName(),
                LeadView.CampaignRef.of(run.campaignId(), listed.campaignName()),
                run.status(),
                counts.rows(),
                counts.created(),
                counts.updated(),
                counts.duplicates(),
                counts.suppressed(),
                counts.invalid(),
                listed.lastLine(),
                run.createdAt(),
                run.touchedAt(),
                run.undoneAt(),
                people.card(run.undoneBy()),
                run.version());
    }

    /**
     * Why a row or one of its cells was not taken.
     *
     * @param column the column of the cell; empty where the whole row is meant
     * @param code why the cell was not taken
     * @param message what is wrong with it, in a sentence
     */
    record CellError(String column, String code, String message) {

        static CellError of(ParsedRow.CellProblem problem) {
            return new CellError(problem.column(), problem.code(), problem.message());
        }
    }

    /**
     * A row and what became of it.
     *
     * @param row the row of the table, whose header is row 1
     * @param line the line of the file at which it begins; further down than the row where cells have several lines
     * @param result what became of the row
     * @param errors what was wrong with the row, cell by cell
     */
    record Row(
            int row,
            int line,
            ImportRowResult result,
            @Nullable UUID leadId,
            List<CellError> errors) {

        static final Row EXAMPLE = new Row(
                5,
                5,
                ImportRowResult.INVALID,
                null,
                List.of(new CellError("", "identity_required", "Nobody is named.")));

        static Row of(LeadImportRow row) {
            var lead = row.leadId();
            return new Row(
                    row.rowNo() + 1,
                    row.line(),
                    row.result(),
                    lead == null ? null : lead.value(),
                    row.problems().stream().map(CellError::of).toList());
        }
    }

    /**
     * How many rows would come to which result.
     *
     * @param created rows that made a lead, or would make one
     * @param duplicateInClient rows about somebody who is a lead of the client already
     * @param duplicateInFile rows about somebody whom an earlier row of the file names
     */
    record TrialCounts(
            int created, int updated, int duplicateInClient, int duplicateInFile, int suppressed, int invalid) {

        static TrialCounts of(Map<ImportRowResult, Integer> counts) {
            return new TrialCounts(
                    counts.getOrDefault(ImportRowResult.CREATED, 0),
                    counts.getOrDefault(ImportRowResult.UPDATED, 0),
                    counts.getOrDefault(ImportRowResult.DUPLICATE_IN_CLIENT, 0),
                    counts.getOrDefault(ImportRowResult.DUPLICATE_IN_FILE, 0),
                    counts.getOrDefault(ImportRowResult.SUPPRESSED, 0),
                    counts.getOrDefault(ImportRowResult.INVALID, 0));
        }
    }

    /**
     * What a file would do.
     *
     * @param headers the columns of the file, in their order
     * @param columnMap column to member, as given or as recognised
     * @param warnings what was assumed of the file
     * @param rows the first five, as they are understood
     * @param counts how many rows would come to which result
     * @param rejected the first hundred that would make or change no lead
     */
    record Trial(
            List<String> headers,
            Map<String, String> columnMap,
            List<String> warnings,
            List<Map<String, String>> rows,
            TrialCounts counts,
            List<Row> rejected) {

        static final Trial EXAMPLE = new Trial(
                List.of("Work Email", "First"),
                Map.of("Work Email", "email", "First", "first_name"),
                List.of(),
                List.of(Map.of("email", "priya@harbourlane.example", "first_name", "Priya")),
                new TrialCounts(1, 0, 0, 1, 1, 1),
                List.of(Row.EXAMPLE));

        static Trial of(UploadLeads.Preview preview) {
            return new Trial(
                    preview.headers(),
                    preview.columnMap(),
                    preview.warnings(),
                    preview.firstRows(),
                    TrialCounts.of(preview.counts()),
                    preview.rejected().stream().map(Row::of).toList());
        }
    }

    /**
     * An import of a list, carried out, and what became of each row; row 2 is the first.
     *
     * @param rows each row and what became of it
     */
    record Imported(ImportView run, List<Row> rows) {

        static final Imported EXAMPLE = new Imported(ImportView.EXAMPLE, List.of(Row.EXAMPLE));
    }

    /**
     * A lead that an undo left as it is.
     *
     * @param row its row in the file, the header being row 1
     * @param reason why it stays: {@code contacted}, {@code replied}, {@code meeting}, or {@code changed_since} by somebody
     */
    record Kept(int row, UUID leadId, String reason) {}

    /**
     * What an undo did.
     *
     * @param removed leads that were taken away again
     * @param restored leads that the import had changed and that are as before again
     */
    record Undone(ImportView run, int removed, int restored, List<Kept> kept) {

        static final Undone EXAMPLE = new Undone(ImportView.EXAMPLE, 1, 0, List.of(new Kept(17, ID, "contacted")));
    }
}
