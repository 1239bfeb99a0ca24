package io.agencyos.adapters.out.salesforge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test // what a quote names its writer by is no markup: the lines below it must stay quoted
    void plain_text_with_an_address_in_angle_brackets_keeps_its_lines() {
        String reply = """
            Yes, we are interested.

            On Mon, 2 Mar 2026 at 09:31, Sam Okoro <sam@harbour.example> wrote:
            > Hi Ruby,
            > Unsubscribe: https://agency.example/u/abc
            """;
        assertThat(Texts.plain(reply)).isEqualTo(reply);
    }

    @Test
    void markup_becomes_lines() {
        assertThat(Texts.plain("<p>Hi <b>Sam</b>,</p><p>Thursday?<br/>Or Friday</p>"))
                .isEqualTo("Hi Sam,\n\nThursday?\nOr Friday");
        assertThat(Texts.plain("<DIV class=\"x\">One</DIV><div>Two</div>")).isEqualTo("One\nTwo");
    }

    @Test
    void signs_of_comparison_are_no_markup() {
        assertThat(Texts.plain("5 < 6 and a > b")).isEqualTo("5 < 6 and a > b");
    }
}
