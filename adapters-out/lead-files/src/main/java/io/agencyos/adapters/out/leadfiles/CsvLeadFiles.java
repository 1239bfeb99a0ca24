package io.agencyos.adapters.out.leadfiles;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Comma-, semicolon- and tab-separated files in a stream; memory does not grow with the file. */
public final class CsvLeadFiles implements LeadFiles {

    private static final int LONGEST_FIELD = 1 << 20;
    private static final int HEADER_SAMPLE = 1 << 16;
    private static final char[] SEPARATORS = {',', ';', '\t'};

    @Override
    public LeadFile open(Source source) {
        try {
            Encoding encoding;
            try (InputStream bytes = source.open()) {
                encoding = Encoding.of(bytes);
            }
            BufferedReader text = reader(source, encoding);
            char separator = separator(text);
            CloseableIterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_FIELD)
                    .ofCsvRecord(text)
                    .iterator();
            Rows rows = new Rows(records);
            if (!rows.hasNext()) {
                records.close();
                throw new UnreadableLeadFile("file_empty", 0, "The file has no rows.");
            }
            List<String> warnings = new ArrayList<>();
            encoding.warning().ifPresent(warnings::add);
            return new LeadFile(rows.next().cells(), warnings, rows, () -> close(records));
        } catch (IOException unreadable) {
            throw new UnreadableLeadFile("file_unreadable", 0, "The file cannot be read: " + unreadable.getMessage());
        }
    }

    private static BufferedReader reader(Source source, Encoding encoding) throws IOException {
        InputStream bytes = source.open();
        bytes.skipNBytes(encoding.bom());
        return new BufferedReader(new InputStreamReader(bytes, encoding.charset()), HEADER_SAMPLE);
    }

    /** The separator that stands most often in the first line, outside quotes; the comma when there is none. */
    private static char separator(Reader text) throws IOException {
        text.mark(HEADER_SAMPLE);
        char[] sample = new char[HEADER_SAMPLE - 1];
        int length = text.read(sample);
        text.reset();
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || sample[i] != '\n' && sample[i] != '\r'); i++) {
            quoted ^= sample[i] == '"';
            for (int s = 0; s < SEPARATORS.length; s++) {
                counts[s] += !quoted && sample[i] == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }

    private static void close(CloseableIterator<CsvRecord> records) {
        try {
            records.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Rows that say something; one that cannot be read breaks the file off with its line. */
    private static final class Rows implements Iterator<LeadFile.Row> {

        private final Iterator<CsvRecord> records;
        private Optional<LeadFile.Row> next = Optional.empty();
        private int line;

        Rows(Iterator<CsvRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            try {
                while (next.isEmpty() && records.hasNext()) {
                    CsvRecord record = records.next();
                    line = Math.toIntExact(record.getStartingLineNumber());
                    if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
                        next = Optional.of(new LeadFile.Row(line, record.getFields()));
                    }
                }
            } catch (CsvParseException malformed) {
                throw new UnreadableLeadFile(
                        "file_malformed",
                        line + 1,
                        "The row after line " + line + " cannot be read: a quote is open or misplaced.");
            } catch (UncheckedIOException broken) {
                throw new UnreadableLeadFile(
                        "file_unreadable", line + 1, "The file breaks off after line " + line + ".");
            }
            return next.isPresent();
        }

        @Override
        public LeadFile.Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            LeadFile.Row row = next.orElseThrow();
            next = Optional.empty();
            return row;
        }
    }
}
