package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.ParsedRow;
import io.agencyos.domain.shared.id.ImportId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rows of an import as a CSV file, the reasons in its last column. Source: api 9.6. */
final class ImportRowsFile {

    private static final int PART = 1_000;
    private static final List<Cell> HEADS = Stream.of("row", "line", "result", "lead_id", "reason")
            .map(Cell::of)
            .toList();

    static final FileBody EXAMPLE = new FileBody(SheetFormat.CSV.mediaType(), "import-rows.csv", out -> {});

    private ImportRowsFile() {}

    /**
     * Read before it is sent, so that a failure is still an answer of its own.
     *
     * @param rows the rows after this number, so many at most
     */
    static FileBody of(ImportId id, BiFunction<Integer, Integer, List<LeadImportRow>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SheetFormat.CSV.rows(List.of(HEADS)));
        List<LeadImportRow> part = new ArrayList<>(rows.apply(0, PART));
        while (!part.isEmpty()) {
            file.writeBytes(SheetFormat.CSV.rows(
                    part.stream().map(ImportRowsFile::cells).toList()));
            part = rows.apply(part.getLast().rowNo(), PART);
        }
        return new FileBody(EXAMPLE.mediaType(), "import-" + id.text() + ".csv", file::writeTo);
    }

    private static List<Cell> cells(LeadImportRow row) {
        return List.of(
                Cell.of(row.rowNo() + 1),
                Cell.of(row.line()),
                Cell.of(row.result()),
                Cell.told(row.leadId() == null ? null : row.leadId().text()),
                Cell.of(row.problems().stream().map(ImportRowsFile::reason).collect(Collectors.joining("; "))));
    }

    private static String reason(ParsedRow.CellProblem problem) {
        return problem.column().isEmpty() ? problem.message() : problem.column() + ": " + problem.message();
    }
}
