package io.agencyos.adapters.out.leadfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.LeadFilesContract;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLeadFilesTest extends LeadFilesContract {

    @Override
    protected LeadFiles files() {
        return new CsvLeadFiles();
    }

    private static final String TEXT = "Email,Company\r\njosé@example.com,\"Müller, Söhne\"\r\n";

    @ParameterizedTest // api 9.6: as people really export it
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-16LE, ''", "windows-1252, ''"
    })
    void every_encoding_gives_the_same_table(String charset, String mark) {
        LeadFile file = open((mark + TEXT).getBytes(Charset.forName(charset)));

        assertThat(file.headers()).containsExactly("Email", "Company");
        assertThat(rows(file)).containsExactly(new LeadFile.Row(2, List.of("josé@example.com", "Müller, Söhne")));
    }

    @Test
    void what_had_to_be_assumed_is_said() {
        assertThat(open(TEXT.getBytes(Charset.forName("windows-1252"))).warnings())
                .hasSize(1);
        assertThat(open(TEXT.getBytes(StandardCharsets.UTF_8)).warnings()).isEmpty();
    }

    @Test // a byte that is no UTF-8 far behind the beginning
    void the_encoding_is_decided_by_the_whole_file() {
        String late = "Email\n" + "a@example.com\n".repeat(20_000) + "josé@example.com\n";

        LeadFile file = open(late.getBytes(Charset.forName("windows-1252")));

        assertThat(rows(file)).last().isEqualTo(new LeadFile.Row(20_002, List.of("josé@example.com")));
    }

    @Test // what people take most often instead of a CSV file
    void a_workbook_is_told_from_a_table() {
        byte[] old = new byte[512];
        old[0] = (byte) 0xD0;
        old[1] = (byte) 0xCF;
        old[2] = 0x11;
        old[3] = (byte) 0xE0;
        for (byte[] workbook : List.of("PK\u0003\u0004rest".getBytes(StandardCharsets.US_ASCII), old)) {
            assertThatThrownBy(() -> open(workbook))
                    .isInstanceOf(UnreadableLeadFile.class)
                    .hasMessageContaining("save the sheet as CSV");
        }
        assertThat(open("PK,Email\n1,a@example.com\n").headers()).containsExactly("PK", "Email");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) {
        LeadFile file = open(("\"Name, full\"" + separator + "Email\nJane" + separator + "j@example.com\n"));

        assertThat(file.headers()).containsExactly("Name, full", "Email");
    }

    @Test
    void a_quoted_line_break_stays_in_its_cell_and_lines_are_counted_on() {
        LeadFile file = open("Email,Address\na@example.com,\"1 Pitt St\nSydney\"\nb@example.com,x\n");

        assertThat(rows(file))
                .containsExactly(
                        new LeadFile.Row(2, List.of("a@example.com", "1 Pitt St\nSydney")),
                        new LeadFile.Row(4, List.of("b@example.com", "x")));
    }

    @Test
    void blank_rows_say_nothing_and_short_and_long_rows_are_taken() {
        LeadFile file = open("Email,Name\n\n,\na@example.com\nb@example.com,B,extra\n");

        assertThat(rows(file)).extracting(LeadFile.Row::line).containsExactly(4, 5);
    }

    @Test
    void an_open_quote_breaks_the_file_off_at_its_line() {
        LeadFile file = open("Email,Name\na@example.com,A\nb@example.com,\"B\nc@example.com,C\n");

        assertThatThrownBy(() -> rows(file)).isInstanceOfSatisfying(UnreadableLeadFile.class, broken -> {
            assertThat(broken.code()).isEqualTo("file_malformed");
            assertThat(broken.line()).isEqualTo(3);
        });
    }

    @Test
    void an_empty_file_and_one_that_cannot_be_read_are_refused() {
        assertThatThrownBy(() -> open(""))
                .isInstanceOfSatisfying(
                        UnreadableLeadFile.class,
                        empty -> assertThat(empty.code()).isEqualTo("file_empty"));
        assertThatThrownBy(() -> new CsvLeadFiles().open(() -> {
                    throw new IOException("permission denied");
                }))
                .isInstanceOfSatisfying(
                        UnreadableLeadFile.class,
                        broken -> assertThat(broken.code()).isEqualTo("file_unreadable"));
    }

    private static LeadFile open(String text) {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LeadFile open(byte[] bytes) {
        return new CsvLeadFiles().open(() -> new ByteArrayInputStream(bytes));
    }

    private static List<LeadFile.Row> rows(LeadFile file) {
        List<LeadFile.Row> rows = new ArrayList<>();
        try (file) {
            file.rows().forEachRemaining(rows::add);
        }
        return rows;
    }
}
