package io.agencyos.domain.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.mail.Footer;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateLibraryTest {

    private static final String OPT_OUT = "Reply STOP to opt out";
    private static final Footer FOOTER = new Footer("Bright Digital", "1 Example Street", "https://out.example/u/abc");

    private static final Map<Variable, String> MINIMAL = Map.of(
            Variable.FIRST_NAME, "Jo",
            Variable.COMPANY, "Smile Clinic",
            Variable.AGENCY_NAME, "Bright Digital",
            Variable.SENDER_NAME, "Sam",
            Variable.OPT_OUT_TEXT, OPT_OUT);

    private static final Map<Variable, String> OPTIONAL = Map.of(
            Variable.INDUSTRY, "dental",
            Variable.CITY, "Ryde",
            Variable.SERVICE, "search advertising",
            Variable.VALUE_PROP, "winning more local patients",
            Variable.PAIN_POINT, "gaps in the appointment book",
            Variable.FUNDING_STAGE, "Series A",
            Variable.HIRING_ROLE, "dentist",
            Variable.PROOF_METRIC, "31 more bookings a month",
            Variable.PROOF_CLIENT, "Ryde Dental");

    static Stream<Arguments> shipped() {
        return Stream.of(MessageForm.values())
                .flatMap(form -> Stream.of(TemplatePurpose.values()).map(purpose -> Arguments.of(form, purpose)));
    }

    // content 3.5: every fragment path passes QA, from minimal data to all of it
    @ParameterizedTest
    @MethodSource("shipped")
    void every_fragment_of_every_template_passes_the_checks(MessageForm form, TemplatePurpose purpose) {
        Template template = TemplateLibrary.standard(form, purpose);
        var context = QualityContext.outreach("Jo", "Smile Clinic", "Bright Digital", optOut(form))
                .allowing(Set.of("out.example"));
        // many leads get the same words, which need one look
        Set<MessageText> texts = new LinkedHashSet<>();
        for (Map<Variable, String> values : valueSets()) {
            for (int lead = 0; lead < 40; lead++) {
                var brief = new Brief("lead-" + lead, 1, Values.of(values), true);
                texts.add(sent(Composer.compose(template, brief).orElseThrow().text()));
            }
        }

        assertThat(texts).isNotEmpty().allSatisfy(text -> {
            QualityReport report = QualityReport.of(text, context);
            assertThat(report.status()).as("%s %s", report.findings(), text).isEqualTo(QualityReport.Status.PASSED);
        });
    }

    // content 3.5: each library has at least two subjects and two calls to action, but for the SMS intro as specified
    @ParameterizedTest
    @MethodSource("shipped")
    void a_reader_does_not_always_get_the_same_subject_and_question(MessageForm form, TemplatePurpose purpose) {
        Template template = TemplateLibrary.standard(form, purpose);
        boolean specifiedWithOne = form == MessageForm.SMS && purpose == TemplatePurpose.INTRO;

        assertThat(template.slots())
                .filteredOn(slot -> slot.name().equals("cta") || slot.name().equals("subject"))
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.ranks().stream()
                                .mapToInt(rank -> rank.fragments().size())
                                .sum())
                        .isGreaterThanOrEqualTo(specifiedWithOne ? 1 : 2));
    }

    // content 3.2: earlier subject and call to action are not repeated verbatim
    @Test
    void the_emails_of_the_default_sequence_never_repeat_a_subject_or_a_body() {
        var purposes = List.of(TemplatePurpose.INTRO, TemplatePurpose.VALUE_ADD, TemplatePurpose.BREAKUP);
        for (int lead = 0; lead < 50; lead++) {
            var earlier = new ArrayList<MessageText>();
            for (int i = 0; i < purposes.size(); i++) {
                Template template = TemplateLibrary.standard(MessageForm.EMAIL, purposes.get(i));
                MessageText text = Composer.compose(
                                template, new Brief("lead-" + lead, i + 1, Values.of(MINIMAL), true))
                        .orElseThrow()
                        .text();
                assertThat(earlier)
                        .extracting(sent -> sent.text(TextField.SUBJECT))
                        .doesNotContain(text.text(TextField.SUBJECT));
                assertThat(earlier)
                        .extracting(sent -> sent.text(TextField.BODY))
                        .doesNotContain(text.text(TextField.BODY));
                earlier.add(text);
            }
        }
    }

    // content 3.6, email: the last sentence before the sign-off is a question unless breakup
    @Test
    void an_email_ends_with_a_question_unless_it_is_the_last() {
        for (TemplatePurpose purpose : TemplatePurpose.values()) {
            String body = Composer.compose(
                            TemplateLibrary.standard(MessageForm.EMAIL, purpose),
                            new Brief("lead-1", 1, Values.of(MINIMAL), true))
                    .orElseThrow()
                    .text()
                    .text(TextField.BODY);

            assertThat(body.contains("?\n\nSam\nBright Digital"))
                    .as(purpose.wire())
                    .isEqualTo(purpose != TemplatePurpose.BREAKUP);
        }
    }

    /** Minimal data, minimal data with each single fact more, and all facts. */
    private static List<Map<Variable, String>> valueSets() {
        var sets = new ArrayList<Map<Variable, String>>();
        sets.add(MINIMAL);
        OPTIONAL.forEach((variable, value) -> {
            var more = new EnumMap<Variable, String>(MINIMAL);
            more.put(variable, value);
            sets.add(more);
        });
        var all = new EnumMap<Variable, String>(MINIMAL);
        all.putAll(OPTIONAL);
        sets.add(all);
        return sets;
    }

    private static MessageText sent(MessageText text) {
        return text.form() == MessageForm.EMAIL
                ? text.with(TextField.BODY, FOOTER.appendTo(text.text(TextField.BODY)))
                : text;
    }

    private static String optOut(MessageForm form) {
        return form == MessageForm.EMAIL ? FOOTER.unsubscribeUrl() : OPT_OUT;
    }
}
