package io.agencyos.adapters.in.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header, plain or zipped, its columns parted by commas, semicolons or tabs, whichever the header has most of. */
record ColumnFile(Path path) {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int HEADER = 64 * 1024;

    /** Every row in the order of the file. */
    void each(Consumer<NamedCsvRecord> work) throws IOException {
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(stream(), StandardCharsets.UTF_8), HEADER)) {
            text.mark(HEADER);
            String header = text.readLine();
            text.reset();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                    .fieldSeparator(separator(header == null ? "" : header))
                    .ofNamedCsvRecord(text)) {
                rows.forEach(work);
            }
        }
    }

    private static char separator(String header) {
        char best = SEPARATORS[0];
        for (char each : SEPARATORS) {
            if (count(header, each) > count(header, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String text, char of) {
        return text.chars().filter(each -> each == of).count();
    }

    private InputStream stream() throws IOException {
        InputStream plain = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
    }
}
