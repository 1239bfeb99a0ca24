package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanedReplyTest {

    // content E-39
    @Test
    void a_quoted_thread_is_cut() {
        var cleaned = CleanedReply.of(
                "No thanks\n\nOn Tue, 17 Feb 2026 at 9:00, Sam <sam@x.example> wrote:\n> Interested? Unsubscribe here");

        assertThat(cleaned).isEqualTo(new CleanedReply("No thanks", "", false));
    }

    // content 4.2
    @ParameterizedTest
    @ValueSource(
            strings = {
                "> quoted",
                "On Tue, 17 Feb 2026 at 9:00, Sam Carter of Lumen Lane\n<sam@x.example> wrote:\n> quoted",
                "-----Original Message-----",
                "--original message--",
                "-- Original Message --",
                "From: Sam\nSent: Tuesday\nTo: Dana\nSubject: Quick question",
                "________________________________\nquoted",
                "-- \nDana",
                "Sent from my iPhone",
                "Get Outlook for iOS",
                "This email and any attachments are for Dana only.",
                "The content is confidential and intended for Dana."
            })
    void the_text_ends_at_the_first_mark_of_what_the_writer_did_not_write(String mark) {
        assertThat(CleanedReply.of("Yes please\n" + mark + "\nmore").text()).isEqualTo("Yes please");
    }

    // content 4.2
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Regards",
                "Kind regards,",
                "Best regards",
                "warm regards.",
                "Cheers!",
                "Thanks",
                "Many thanks,",
                "Thank you",
                "Best",
                "Best wishes,",
                "Sincerely",
                "Yours sincerely,"
            })
    void a_sign_off_and_what_follows_are_the_signature(String signOff) {
        var cleaned = CleanedReply.of("Yes please\n\n" + signOff + "\nDana\n0491 570 156");

        assertThat(cleaned.text()).isEqualTo("Yes please");
        assertThat(cleaned.signature()).isEqualTo(signOff + "\nDana\n0491 570 156");
    }

    // content 4.2
    @Test
    void a_sign_off_on_the_first_line_is_the_text() {
        assertThat(CleanedReply.of("\nThanks\nDana").text()).isEqualTo("Thanks\nDana");
    }

    // content 4.2
    @Test
    void a_from_line_alone_is_no_header_block() {
        assertThat(CleanedReply.of("Invoice details\nfrom: our shop in Perth").text())
                .isEqualTo("Invoice details\nfrom: our shop in Perth");
    }

    // content 4.2
    @Test
    void when_nothing_is_left_all_of_it_is_the_text() {
        assertThat(CleanedReply.of("> is this for me")).isEqualTo(new CleanedReply("> is this for me", "", true));
    }

    // content 4.2
    @Test
    void at_most_10000_characters_and_10_lines_of_signature_are_kept() {
        assertThat(CleanedReply.of("a".repeat(20_000)).text()).hasSize(10_000);
        assertThat(CleanedReply.of("Yes\nCheers\n" + "line\n".repeat(40))
                        .signature()
                        .lines())
                .hasSize(10);
    }

    @Property
    void cleaning_again_changes_nothing(@ForAll("mails") String body) {
        String once = CleanedReply.of(body).text();

        assertThat(CleanedReply.of(once).text()).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> mails() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        " ",
                        "Thanks",
                        "Cheers,",
                        "> old",
                        " > old",
                        "On Monday Sam wrote:",
                        "On Monday Sam",
                        "<sam@x.example> wrote:",
                        "--",
                        "-- ",
                        "--- Original Message ---",
                        "From: Sam",
                        "To: Dana",
                        "Sent from my phone",
                        "This email and any attachments",
                        "Sure. This e-mail and any attachments",
                        "____________________",
                        "Yes please",
                        "No\r"),
                Arbitraries.strings().ofMaxLength(12));
        return line.list().ofMaxSize(12).map(lines -> String.join("\n", lines));
    }
}
