package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test // CIS 23.2: semicolons as in the bank's file; sources in lower case; months in file order
    void files_are_read_as_they_are_handed_out() throws IOException {
        StringBuilder csv = new StringBuilder("\"source\";\"month\";\"y\"\n");
        for (String month : List.of("may", "jun", "may")) {
            for (int i = 0; i < 40; i++) {
                csv.append(i % 2 == 0 ? "\"Google\"" : "\"google\"")
                        .append(";\"")
                        .append(month)
                        .append("\";\"")
                        .append(i < 6 ? "yes" : "no")
                        .append("\"\n");
                csv.append("\"Olark\";\"").append(month).append("\";\"no\"\n");
            }
        }
        Path file = Files.writeString(folder.resolve("bank.csv"), csv);
        assertThat(run(
                        "validate",
                        "--file",
                        file.toString(),
                        "--outcome",
                        "y=yes",
                        "--dimension",
                        "source",
                        "--run-of",
                        "month",
                        "--lower-case"))
                .isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("google")))
                .singleElement()
                .asString()
                .matches("google +120 +18 .*confirmed_positive");
        assertThat(out.toString()).contains("olark").doesNotContain("Google");
    }

    @Test // CIS 23.2: the user's own copy of an experiment
    void an_experiment_is_played_again() throws IOException {
        StringBuilder csv = new StringBuilder("visit,segment\n");
        for (int i = 0; i < 6_000; i++) {
            csv.append(i % 5 == 0 ? 1 : 0).append(",Mens E-Mail\n");
            csv.append(i % 20 == 0 ? 1 : 0).append(",No E-Mail\n");
        }
        Path file = Files.writeString(folder.resolve("mails.csv"), csv);
        assertThat(run("replay", "--file", file.toString(), "--arm", "segment", "--outcome", "visit=1"))
                .isZero();
        assertThat(out.toString()).contains("an arm has no more rows");
        assertThat(out.toString().lines().filter(line -> line.startsWith("Mens")))
                .singleElement()
                .asString()
                .matches("Mens E-Mail +6000 +6000 +0.90");
        assertThat(out.toString()).matches("(?s).*regret a touch 0.0\\d\\d, of an equal split 0.075.*");
        assertThat(run("replay", "--file", file.toString(), "--arm", "nothing", "--outcome", "visit=1"))
                .isEqualTo(2);
    }

    @Test // CIS 11, 23.2: the components of E-22, twice over, in the order of time
    void weights_are_learned_from_a_file() throws IOException {
        StringBuilder csv = new StringBuilder("no,dq,au,fit,tm,rk,y\n");
        List<int[]> cells = List.of(
                new int[] {18, 25, 25, 11, 15, 40, 17},
                new int[] {18, 25, 17, 0, 15, 120, 11},
                new int[] {12, 25, 10, 5, 15, 150, 18},
                new int[] {14, 15, 25, 4, 15, 120, 10},
                new int[] {18, 15, 10, 0, 15, 180, 4},
                new int[] {8, 10, 17, 5, 10, 110, 4},
                new int[] {10, 5, 17, 0, 15, 200, 2},
                new int[] {6, 5, 7, 0, 5, 160, 1});
        for (int i = 0; i < 200; i++) {
            for (int[] cell : cells) {
                for (int again = 0; again < 2 && i < cell[5]; again++) {
                    csv.append(i)
                            .append(',')
                            .append(cell[0] + "," + cell[1] + "," + cell[2] + "," + cell[3] + "," + cell[4])
                            .append(i * cell[6] % cell[5] < cell[6] ? ",1\n" : ",0\n");
                }
            }
        }
        Path file = Files.writeString(folder.resolve("leads.csv"), csv);
        assertThat(run(
                        "weights",
                        "--file",
                        file.toString(),
                        "--outcome",
                        "y=1",
                        "--order",
                        "no",
                        "--points",
                        "dq,au,fit,tm,rk"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "2160 rows, 134 converted", "default      0.200 0.250 0.250 0.150 0.150", "fitted", "one step")
                .containsPattern("AUC on the newer part 0\\.\\d{4} against 0\\.\\d{4}");
    }
}
