package io.agencyos.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.mail.Footer;
import io.agencyos.domain.content.template.Variable;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTraitsTest {

    private static final String BODY = "Hi Asha,\n\nYour pipeline is busy. Worth a conversation?";

    @Test // CIS 3.1: what the generator knows it records
    void a_generated_text_is_described_by_its_words_and_the_fields_it_used() {
        ContentTraits traits = ContentTraits.of(
                MessageText.email("Idea for Northlight", BODY),
                "Asha",
                "Northlight",
                Variable.personalisation(Set.of(Variable.FIRST_NAME, Variable.AGENCY_NAME)),
                Variable.personalisation(Set.of(Variable.FIRST_NAME, Variable.COMPANY)));
        assertThat(traits.subjectWords()).isEqualTo(3);
        assertThat(traits.words()).isEqualTo(9);
        assertThat(traits.painPoints()).containsExactlyInAnyOrder(PainPoint.LEADS, PainPoint.TIME);
        assertThat(traits.cta()).isEqualTo(CallToAction.WORTH_A_CONVERSATION);
        assertThat(traits.ctaType()).contains(CallToAction.Type.SOFT_ASK);
        assertThat(traits.question()).isTrue();
        assertThat(traits.subjectPatterns())
                .containsExactlyInAnyOrder(SubjectPattern.IDEA_FOR, SubjectPattern.PERSONALIZED, SubjectPattern.SHORT);
        assertThat(traits.used()).containsExactly(PersonalisationField.FIRST_NAME);
        assertThat(traits.available())
                .containsExactlyInAnyOrder(PersonalisationField.FIRST_NAME, PersonalisationField.COMPANY_MENTION);
    }

    @Test // CIS 3.1: human-written text is classified by its words
    void a_text_that_a_person_wrote_is_read_for_the_fields() {
        ContentTraits traits =
                ContentTraits.ofWritten(MessageText.email("Hello", "Hi Asha, a thought."), "Asha", "Northlight");
        assertThat(traits.used()).containsExactly(PersonalisationField.FIRST_NAME);
        assertThat(traits.available()).hasSize(2);
        assertThat(traits.cta()).isNull();
    }

    @Test // CIS 3.1: the lines that the law asks for are no part of what is compared
    void the_footer_does_not_count() {
        Footer footer = new Footer("Acme Pty Ltd", "hello@acme.example", "https://agency.example/u/abc");
        assertThat(footer.leftOf(footer.appendTo(BODY))).isEqualTo(BODY);
        assertThat(footer.leftOf(BODY)).isEqualTo(BODY);
    }
}
