package io.agencyos.domain.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.template.Composer.Composed;
import io.agencyos.domain.content.template.Composer.Refusal;
import io.agencyos.domain.shared.Result;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {

    private static final Template INTRO = TemplateLibrary.standard(MessageForm.EMAIL, TemplatePurpose.INTRO);
    private static final Template SMS_INTRO = TemplateLibrary.standard(MessageForm.SMS, TemplatePurpose.INTRO);

    private static final Map<Variable, String> DANA = Map.of(
            Variable.FIRST_NAME, "Dana",
            Variable.COMPANY, "Smile Clinic",
            Variable.INDUSTRY, "dental",
            Variable.AGENCY_NAME, "Bright Digital",
            Variable.VALUE_PROP, "winning more local patients",
            Variable.SENDER_NAME, "Sam");

    // content E-27
    @Test
    void lead_42_is_written_to_as_the_example_says() {
        Composed composed = compose(INTRO, "lead-42", DANA);

        assertThat(composed.text().text(TextField.SUBJECT)).isEqualTo("Quick question, Dana");
        assertThat(composed.text().text(TextField.BODY)).isEqualTo("""
            Hi Dana,

            We spend our days with dental businesses, so Smile Clinic stood out. Bright Digital helps with winning more local patients.

            Worth a short conversation?

            Sam
            Bright Digital\
            """);
        assertThat(composed.picks()).containsEntry("subject", 0).containsEntry("cta", 0);
        assertThat(composed.variablesUsed()).contains(Variable.INDUSTRY, Variable.VALUE_PROP);
    }

    // content E-28
    @Test
    void lead_43_gets_another_subject_and_another_question() {
        Composed composed = compose(INTRO, "lead-43", DANA);

        assertThat(composed.text().text(TextField.SUBJECT)).isEqualTo("A thought on dental marketing");
        assertThat(composed.text().text(TextField.BODY)).contains("\n\nOpen to a quick chat next week?\n\n");
    }

    // content 3.5, opener rank 3
    @Test
    void an_industry_that_the_client_does_not_serve_is_not_claimed() {
        var brief = new Brief("lead-42", 1, Values.of(DANA), false);

        assertThat(Composer.compose(INTRO, brief).orElseThrow().text().text(TextField.BODY))
                .contains("Smile Clinic looks like a business we could help.")
                .doesNotContain("We spend our days");
    }

    // content 3.5
    @Test
    void the_first_rank_with_all_its_variables_wins() {
        var funded = with(DANA, Variable.FUNDING_STAGE, "Series A");
        var hiring = with(DANA, Variable.HIRING_ROLE, "dentist");
        var proven = with(DANA, Variable.PROOF_METRIC, "31 more bookings a month");

        assertThat(body(funded)).contains("Congratulations on the Series A round.");
        assertThat(body(hiring)).contains("Your team is hiring a dentist, so growth looks to be on the agenda.");
        assertThat(body(proven)).contains("\n\nOne recent result: 31 more bookings a month.\n\n");
        assertThat(body(with(proven, Variable.PROOF_CLIENT, "Acme Pty Ltd")))
                .contains("For Acme the result was 31 more bookings a month.");
    }

    // content 3.5
    @Test
    void a_required_slot_that_nothing_fills_names_what_is_missing() {
        var values = new EnumMap<Variable, String>(DANA);
        values.remove(Variable.SENDER_NAME);

        Result<Composed, Refusal> refused = Composer.compose(INTRO, new Brief("lead-42", 1, Values.of(values), true));

        assertThat(refused).isEqualTo(Result.err(new Refusal.MissingVariable("signoff", Set.of(Variable.SENDER_NAME))));
    }

    // content E-27b
    @Test
    void a_short_text_message_has_126_characters_in_one_segment() {
        Composed composed = compose(SMS_INTRO, "lead-42", with(DANA, Variable.OPT_OUT_TEXT, "Reply STOP to opt out"));

        String text = composed.text().text(TextField.TEXT);
        assertThat(text)
                .isEqualTo("Hi Dana, it's Sam at Bright Digital. We help dental businesses win more enquiries."
                        + " Open to a quick chat? Reply STOP to opt out");
        assertThat(text).hasSize(126);
        assertThat(SmsLength.of(text).segments()).isEqualTo(1);
    }

    // content 3.5, SMS intro
    @Test
    void a_long_text_message_loses_its_middle_then_its_question_and_then_is_refused() {
        var values = with(DANA, Variable.OPT_OUT_TEXT, "Reply STOP to opt out");

        assertThat(sms(with(values, Variable.AGENCY_NAME, "B".repeat(50) + "right Digital"))
                        .toOptional())
                .isPresent()
                .get()
                .satisfies(composed -> assertThat(composed.text().text(TextField.TEXT))
                        .contains("Open to a quick chat?")
                        .doesNotContain("We help"));
        assertThat(sms(with(values, Variable.AGENCY_NAME, "B".repeat(88) + "right Digital"))
                        .toOptional())
                .isPresent()
                .get()
                .satisfies(composed -> assertThat(composed.text().text(TextField.TEXT))
                        .contains("Quick chat?")
                        .doesNotContain("Open to"));
        assertThat(sms(with(values, Variable.AGENCY_NAME, "B".repeat(105) + "right Digital")))
                .isEqualTo(Result.err(new Refusal.TooLong(MessageForm.SMS)));
    }

    // content E-26
    @Test
    void a_variable_without_a_value_falls_back_to_its_words() {
        Fragment fragment = Fragment.parse("{industry|local} firms").orElseThrow();

        assertThat(fragment.render(Values.of(Map.of()))).contains("local firms");
        assertThat(fragment.render(Values.of(DANA))).contains("dental firms");
        assertThat(Fragment.parse("a{city|}b {{x}}").orElseThrow().render(Values.of(Map.of())))
                .contains("ab {x}");
    }

    // content 3.5
    @ParameterizedTest
    @ValueSource(strings = {"{first_name", "first_name}", "{a{city}}", "{company|{city}}", "{"})
    void an_unbalanced_brace_is_rejected_when_the_template_is_saved(String source) {
        assertThat(Fragment.parse(source).mapError(Object::getClass))
                .isEqualTo(Result.err(Fragment.Problem.UnbalancedBrace.class));
    }

    // content 3.5
    @ParameterizedTest
    @ValueSource(strings = {"Hi {firstname}", "Hi {}", "Hi { first_name }", "{FIRST_NAME}", "{score|x}"})
    void an_unknown_name_is_rejected_when_the_template_is_saved(String source) {
        assertThat(Fragment.parse(source).mapError(Object::getClass))
                .isEqualTo(Result.err(Fragment.Problem.UnknownVariable.class));
    }

    // content 3.5
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACME PTY LTD | ACME",
                "Acme Plumbing Pty. Ltd. | Acme Plumbing",
                "Acme, Inc. | Acme",
                "Bright Group Limited | Bright Group",
                "SMILE CLINIC LLC | Smile Clinic",
                "Limited | Limited",
            })
    void a_company_loses_its_legal_form_and_does_not_shout(String raw, String clean) {
        assertThat(Values.of(Map.of(Variable.COMPANY, raw)).get(Variable.COMPANY))
                .contains(clean);
    }

    // content 3.5
    @Test
    void a_value_is_fit_for_a_sentence_or_absent() {
        var values = Values.of(Map.of(
                Variable.FIRST_NAME, " DANA\n ",
                Variable.LAST_NAME, "O\u2019BRIEN",
                Variable.CITY, "YASS",
                Variable.TITLE, "{owner}\u0000",
                Variable.PAIN_POINT, "x".repeat(121),
                Variable.SERVICE, "  ",
                Variable.OPT_OUT_URL, "https://x.example/" + "t".repeat(300)));

        assertThat(values.get(Variable.FIRST_NAME)).contains("DANA");
        assertThat(values.get(Variable.LAST_NAME)).contains("O'Brien");
        assertThat(values.get(Variable.CITY)).contains("YASS");
        assertThat(values.get(Variable.TITLE)).contains("owner");
        assertThat(values.get(Variable.PAIN_POINT)).isEmpty();
        assertThat(values.get(Variable.SERVICE)).isEmpty();
        assertThat(values.get(Variable.OPT_OUT_URL))
                .hasValueSatisfying(url -> assertThat(url).hasSize(318));
    }

    // content E-31
    @Test
    void rendering_makes_quotes_dashes_and_spaces_plain() {
        Template written = Template.written("t", 1, MessageForm.SMS, Optional.empty(), "a".repeat(70) + "\u2019")
                .orElseThrow();

        String text = compose(written, "lead-1", Map.of()).text().text(TextField.TEXT);

        assertThat(text).hasSize(71).endsWith("'");
        assertThat(SmsLength.of(text)).isEqualTo(new SmsLength(SmsLength.Encoding.GSM_7, 71, 1));
    }

    // content 3.5
    @Test
    void a_template_of_a_persons_own_is_rendered_with_its_paragraphs() {
        Template written = Template.written(
                        "t1",
                        4,
                        MessageForm.EMAIL,
                        Optional.of("For {company}"),
                        "Hi {first_name},\n\nA {city|nice} day.\nSam")
                .orElseThrow();

        Composed composed = compose(written, "lead-1", DANA);

        assertThat(composed.text().text(TextField.SUBJECT)).isEqualTo("For Smile Clinic");
        assertThat(composed.text().text(TextField.BODY)).isEqualTo("Hi Dana,\n\nA nice day.\nSam");
        assertThat(composed.templateVersion()).isEqualTo(4);
        assertThat(Template.written("t1", 4, MessageForm.EMAIL, Optional.of("{x"), "Hi")
                        .isOk())
                .isFalse();
        assertThat(Template.written("t1", 4, MessageForm.EMAIL, Optional.of("Hi"), "{nobody}")
                        .isOk())
                .isFalse();
    }

    @Property
    void the_same_input_gives_the_same_text_and_no_brace_survives(
            @ForAll String leadId, @ForAll String company, @ForAll String industry) {
        var values = with(with(DANA, Variable.COMPANY, company), Variable.INDUSTRY, industry);
        var brief = new Brief(leadId, 1, Values.of(values), true);

        Result<Composed, Refusal> once = Composer.compose(INTRO, brief);

        assertThat(Composer.compose(INTRO, brief)).isEqualTo(once);
        assertThat(once.map(composed -> composed.text().fields().values().toString())
                        .toOptional()
                        .orElse(""))
                .doesNotContain("{", "}");
    }

    @Property
    void what_is_saved_renders_as_soon_as_its_required_variables_are_there(@ForAll("sources") String source) {
        Fragment.parse(source).toOptional().ifPresent(fragment -> {
            var values = new EnumMap<Variable, String>(Variable.class);
            assertThat(fragment.render(Values.of(values)).isPresent())
                    .isEqualTo(fragment.required().isEmpty());
            fragment.required().forEach(variable -> values.put(variable, "x"));
            assertThat(fragment.render(Values.of(values))).isPresent();
        });
    }

    @Provide
    Arbitrary<String> sources() {
        return Arbitraries.of(
                        "{", "}", "|", "first_name", "city", "nobody", "a ", "{city}", "{company|you}", "{{", "}}")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    private static Result<Composed, Refusal> sms(Map<Variable, String> values) {
        return Composer.compose(SMS_INTRO, new Brief("lead-42", 1, Values.of(values), true));
    }

    private static String body(Map<Variable, String> values) {
        return compose(INTRO, "lead-42", values).text().text(TextField.BODY);
    }

    private static Composed compose(Template template, String leadId, Map<Variable, String> values) {
        return Composer.compose(template, new Brief(leadId, 1, Values.of(values), true))
                .orElseThrow();
    }

    private static Map<Variable, String> with(Map<Variable, String> values, Variable variable, String value) {
        var changed = new EnumMap<Variable, String>(values);
        changed.put(variable, value);
        return changed;
    }
}
