package io.agencyos.application.platform.export;

import io.agencyos.domain.shared.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file of rows looks like. Rows are written part by part as they are kept, and put together when they are fetched. */
public enum SheetFormat implements Vocabulary {
    /** RFC 4180 in UTF-8. */
    CSV("text/csv; charset=utf-8") {
        @Override
        String row(List<Cell> cells) {
            return CsvText.row(cells);
        }

        @Override
        void write(Parts parts, OutputStream out) throws IOException {
            parts.to(out);
        }
    },
    /** One sheet of Office Open XML. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        String row(List<Cell> cells) {
            return XlsxText.row(cells);
        }

        @Override
        void write(Parts parts, OutputStream out) throws IOException {
            XlsxText.write(parts, out);
        }
    };

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The rows as they are kept; of a CSV file as they stand in it, the heads of its columns being the first. */
    public final byte[] rows(List<List<Cell>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    abstract String row(List<Cell> cells);

    abstract void write(Parts parts, OutputStream out) throws IOException;

    /** What was kept, in its order. */
    @FunctionalInterface
    interface Parts {

        void to(OutputStream out) throws IOException;
    }
}
