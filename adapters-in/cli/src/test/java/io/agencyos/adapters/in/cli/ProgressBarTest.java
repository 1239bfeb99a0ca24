package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who waits. Source: issue 2 sections 3.1 and 5. */
class ProgressBarTest {

    private final StringWriter screen = new StringWriter();

    private ProgressBar bar(boolean moving) {
        return new ProgressBar(new PrintWriter(screen), moving);
    }

    @Test
    void on_a_terminal_the_bar_fills_in_its_line() {
        ProgressBar bar = bar(true);
        bar.at("Importing", 0, 200, "0 rows");
        bar.at("Importing", 50, 200, "1,000 rows");
        bar.at("Importing", 200, 200, "4,000 rows");
        bar.done();

        assertThat(screen.toString().split("\r"))
                .containsExactly(
                        "",
                        "Importing                    [" + " ".repeat(40) + "] 0 rows",
                        "Importing                    [" + "#".repeat(10) + " ".repeat(30) + "] 1,000 rows",
                        "Importing                    [" + "#".repeat(40) + "] 4,000 rows" + System.lineSeparator());
    }

    @Test // what is written to a file is read later, and by programs
    void a_file_gets_one_line_when_a_step_ends() {
        ProgressBar bar = bar(false);
        bar.at("Setting up clients", 1, 2, "1/2");
        bar.at("Setting up clients", 2, 2, "2/2");
        bar.ends("Setting up clients", "2");

        assertThat(screen).hasToString("Setting up clients           2" + System.lineSeparator());
    }

    @Test
    void more_than_was_expected_and_nothing_at_all_are_a_full_bar() {
        ProgressBar bar = bar(true);
        bar.at("Importing", 300, 200, "more");
        bar.at("Importing", 0, 0, "nothing");

        assertThat(screen.toString()).contains("[" + "#".repeat(40) + "] more", "[" + "#".repeat(40) + "] nothing");
    }

    @Test
    void of_a_file_that_is_read_again_the_last_reading_counts(@TempDir Path folder) throws IOException {
        Reading reading = new Reading(Files.writeString(folder.resolve("leads.csv"), "0123456789"));
        try (InputStream first = reading.again()) {
            first.readAllBytes();
        }
        assertThat(reading.taken()).isEqualTo(reading.size()).isEqualTo(10);

        try (InputStream second = reading.again()) {
            assertThat(reading.taken()).isZero();
            second.read();
            second.readNBytes(4);
            assertThat(reading.taken()).isEqualTo(5);
        }
    }
}
