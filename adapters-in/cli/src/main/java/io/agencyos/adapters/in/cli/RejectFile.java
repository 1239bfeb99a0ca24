package io.agencyos.adapters.in.cli;

import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.lead.intake.ParsedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows that were not taken, or not taken whole, as a CSV file with the reason; made when the first one comes. */
final class RejectFile implements Consumer<LeadImportRow>, AutoCloseable {

    private final Path path;
    private @Nullable BufferedWriter writer;
    private int rows;

    RejectFile(Path path) {
        this.path = path;
    }

    @Override
    public void accept(LeadImportRow row) {
        rows++;
        for (ParsedRow.CellProblem problem : row.problems()) {
            line(
                    Integer.toString(row.line()),
                    row.result().wire(),
                    problem.column(),
                    problem.code(),
                    problem.message());
        }
    }

    int rows() {
        return rows;
    }

    private void line(String... cells) {
        try {
            BufferedWriter open = writer;
            if (open == null) {
                open = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
                open.write("line,result,column,code,reason\n");
                writer = open;
            }
            for (int cell = 0; cell < cells.length; cell++) {
                open.write((cell == 0 ? "" : ",") + quoted(cells[cell]));
            }
            open.write("\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(path + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    /** A cell that a spreadsheet would run as a formula is defused. */
    private static String quoted(String cell) {
        String safe = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
