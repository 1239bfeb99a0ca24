package io.agencyos.application.lead.intake;

import java.util.Iterator;
import java.util.List;

/**
 * An opened file of leads, read once from front to back in constant memory.
 *
 * @param headers the first row
 * @param warnings what the reader had to assume, such as an encoding, for a person to read
 * @param onClose lets go of the stream behind the file
 * @param rows the rows after the header, in order; may fail with {@link UnreadableLeadFile}
 */
public record LeadFile(List<String> headers, List<String> warnings, Iterator<Row> rows, Runnable onClose)
        implements AutoCloseable {

    public LeadFile {
        headers = List.copyOf(headers);
        warnings = List.copyOf(warnings);
    }

    @Override
    public void close() {
        onClose.run();
    }

    /**
     * One row.
     *
     * @param line line at which it begins, 1 for the first of the file
     */
    public record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
