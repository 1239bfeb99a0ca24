package io.agencyos.domain.content.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDressTest {

    // outreach 8.2
    @ParameterizedTest
    @CsvSource({
        "John, Smith, Sparro, John from Sparro",
        "john, '', '', John",
        "'', '', Sparro, Team from Sparro",
        "Conor, O'Brien, '', Conor O'Brien",
        "'', '', '', Team",
        "'Jo\"hn<x>', '', '', Johnx"
    })
    void the_sender_is_shown_by_the_names_there_are(String first, String last, String company, String shown) {
        assertThat(SenderName.of(Optional.empty(), first, last, company)).isEqualTo(shown);
    }

    // outreach 8.2
    @Test
    void a_wish_of_the_persona_comes_first_and_a_name_too_long_loses_the_company() {
        assertThat(SenderName.of(Optional.of("Sam C"), "Sam", "Carter", "Sparro"))
                .isEqualTo("Sam C");
        assertThat(SenderName.of(Optional.empty(), "Sam", "Carter", "x".repeat(80)))
                .isEqualTo("Sam Carter");
    }

    // outreach 8.3
    @Test
    void a_signature_has_its_parts_in_order() {
        var signature = new Signature(
                "Sam Carter",
                Optional.of("Growth Lead"),
                Optional.of("Sparro"),
                Optional.of("Search that sells"),
                Optional.of("02 5550 1234"),
                Optional.of("https://sparro.com.au/"),
                Optional.of("1 Example Street"),
                Optional.of("https://meet.example/sam"));

        assertThat(signature.text()).isEqualTo("""
            --\s
            Sam Carter
            Growth Lead

            Sparro | Search that sells
            P: 02 5550 1234 | W: sparro.com.au
            L: 1 Example Street
            https://meet.example/sam\
            """);
    }

    // outreach 8.3
    @Test
    void absent_parts_vanish_with_their_separators_and_nobody_signs_twice() {
        assertThat(Signature.ofTeam().text()).isEqualTo("-- \nThe Team");

        String signed = Signature.ofTeam().appendTo("Hello\n");

        assertThat(signed).isEqualTo("Hello\n\n-- \nThe Team");
        assertThat(Signature.ofTeam().appendTo(signed)).isEqualTo(signed);
    }

    // outreach 8.6
    @Test
    void the_footer_names_the_client_its_contact_and_the_way_out_once() {
        var footer = new Footer("Sparro Pty Ltd", "1 Example Street", "https://out.example/u/1");

        String body = footer.appendTo("Hello");

        assertThat(body).isEqualTo("Hello\n\nSparro Pty Ltd, 1 Example Street\nUnsubscribe: https://out.example/u/1");
        assertThat(footer.appendTo(body)).isEqualTo(body);
    }

    // outreach 8.4
    @Test
    void a_follow_up_answers_the_last_email_under_the_root_subject() {
        List<String> sent = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> "<" + n + "@x.example>")
                .toList();

        Threading threading = Threading.followUp("An idea", "Quick question", sent);

        assertThat(threading.subject()).isEqualTo("Re: Quick question");
        assertThat(threading.inReplyTo()).contains("<12@x.example>");
        assertThat(threading.references())
                .hasSize(10)
                .startsWith("<1@x.example>", "<4@x.example>")
                .endsWith("<12@x.example>");
        assertThat(Threading.followUp("An idea", "Quick question", List.of())).isEqualTo(Threading.fresh("An idea"));
        assertThat(Threading.reply("RE: Quick question")).isEqualTo("RE: Quick question");
    }
}
