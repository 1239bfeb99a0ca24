package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new CisCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    /** The titles of CIS E-3, a row for each lead. */
    private Path titles() throws IOException {
        StringBuilder csv = new StringBuilder("title,booked\n");
        rows(csv, "CEO", 200, 22);
        rows(csv, "Owner / Founder", 150, 12);
        rows(csv, "Marketing Director", 100, 9);
        rows(csv, "Coordinator", 144, 5);
        rows(csv, "Manager", 400, 10);
        rows(csv, "Principal Consultant", 6, 2);
        Path file = folder.resolve("titles.csv.gz");
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
            zipped.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void rows(StringBuilder csv, String title, int n, int k) {
        for (int i = 0; i < n; i++) {
            csv.append(title).append(',').append(i < k ? "yes" : "no").append('\n');
        }
    }

    @Test // CIS 23.2: the user's own copy of a file
    void a_file_is_compared_by_its_columns() throws IOException {
        assertThat(run("validate", "--file", titles().toString(), "--outcome", "booked=yes", "--dimension", "title"))
                .isZero();
        assertThat(out.toString()).contains("title: 60 of 1000 converted, p0 = 0.060000");
        assertThat(out.toString().lines().filter(line -> line.startsWith("CEO")))
                .singleElement()
                .asString()
                .contains("0.1037  0.0688–0.1504", "1.73", "2.16", "0.002193", "confirmed_positive");
        assertThat(out.toString().lines().filter(line -> line.startsWith("other")))
                .singleElement()
                .asString()
                .endsWith("insufficient");
    }

    @Test
    void what_is_asked_wrongly_is_said() throws IOException {
        assertThat(run("validate", "--file", titles().toString(), "--outcome", "booked", "--dimension", "title"))
                .isEqualTo(2);
        assertThat(run("validate", "--file", titles().toString(), "--outcome", "booked=yes", "--dimension", "nothing"))
                .isEqualTo(2);
        assertThat(run(
                        "validate",
                        "--file",
                        folder.resolve("none.csv").toString(),
                        "--outcome",
                        "a=b",
                        "--dimension",
                        "a"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("COLUMN=VALUE", "nothing", "none.csv");
    }
}
