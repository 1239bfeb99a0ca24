package io.agencyos.domain.content.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.quality.FactCheck.Risk;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactCheckTest {

    private static FactCheck check(String text, String... facts) {
        return FactCheck.of(text, Set.of(facts), "Harbour Lane Hotels");
    }

    @ParameterizedTest // content E-29
    @CsvSource(
            delimiter = '|',
            value = {
                "Saw you are hiring 4 sales roles             | NONE",
                "Congrats on raising $5M                      | HIGH",
                "We lifted leads 212%                         | NONE",
                "Like your partner Globex Industries said     | MEDIUM"
            })
    void a_claim_needs_a_fact(String text, Risk risk) {
        assertThat(check(text, "hiring 4 sales roles", "212% more leads").risk())
                .isEqualTo(risk);
    }

    @ParameterizedTest // content 3.7 (a): numbers, percentages, multiples, amounts; small counts and a quarter of an
    // hour are free
    @CsvSource(
            delimiter = '|',
            value = {
                "Only 3 questions in 15 minutes | NONE",
                "Only 4 questions               | HIGH",
                "Twice is fine, 3x is not       | HIGH",
                "Up 12 per cent                 | HIGH",
                "It costs A$1,200               | NONE",
                "It costs $1,201                | HIGH",
                "Founded in 2012                | NONE"
            })
    void a_figure_stands_in_a_fact(String text, Risk risk) {
        assertThat(check(text, "Setup A$1,200", "Founded in 2012").risk()).isEqualTo(risk);
    }

    @ParameterizedTest // content 3.7 (b): the reader, then news within five words of the same sentence
    @CsvSource(
            delimiter = '|',
            value = {
                "I saw that you recently expanded                       | HIGH",
                "Harbour Lane Hotels just opened a new house            | HIGH",
                "Well done on what you launched                         | HIGH",
                "Would you say. Somebody opened a door                  | NONE",
                "You are clearly hiring                                 | NONE"
            })
    void news_of_the_reader_need_a_signal(String text, Risk risk) {
        assertThat(check(text, "The company is hiring; newest role: Concierge").risk())
                .isEqualTo(risk);
    }

    @ParameterizedTest // content 3.7 (d)
    @CsvSource(
            delimiter = '|',
            value = {
                "We guarantee more guests                 | MEDIUM",
                "We are the #1 agency                     | MEDIUM",
                "We are Australia's leading agency        | MEDIUM",
                "Our best people call you                 | MEDIUM",
                "What works best for you is a call        | NONE"
            })
    void promises_are_told(String text, Risk risk) {
        assertThat(check(text).risk()).isEqualTo(risk);
    }

    @Test // content 3.7: greeting and sign-off lines are not checked; (c) names that are known
    void names_that_are_known_may_be_said_and_greetings_are_free() {
        assertThat(check(
                                "Hi Priya Raman,\nHow is Harbour Lane Hotels in New South Wales?",
                                "Company: Harbour Lane Hotels")
                        .risk())
                .isEqualTo(Risk.NONE);
        assertThat(check("I met Priya Raman there.").claims()).containsExactly("Priya Raman");
    }
}
