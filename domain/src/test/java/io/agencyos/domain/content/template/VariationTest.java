package io.agencyos.domain.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.template.Variation.Element;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the arms of an experiment change in a text. Source: conversion intelligence 7.1. */
class VariationTest {

    private static final Template INTRO = TemplateLibrary.standard(MessageForm.EMAIL, TemplatePurpose.INTRO);

    private static Composer.Composed written(Template template) {
        Values values = Values.of(Map.of(
                Variable.FIRST_NAME, "Priya",
                Variable.COMPANY, "Harbour Lane Physio",
                Variable.AGENCY_NAME, "Northlight",
                Variable.SENDER_NAME, "Sam"));
        return Composer.compose(template, new Brief("lead", 1, values, false)).orElseThrow();
    }

    private static Composer.Composed written(Element element, String text) {
        return written(new Variation(element, text).in(INTRO).orElseThrow());
    }

    @Test // CIS 7.1: arms differ in one element
    void a_variation_changes_its_own_place_and_nothing_else() {
        String subject = written(INTRO).text().text(TextField.SUBJECT);
        String body = written(INTRO).text().text(TextField.BODY);
        Composer.Composed asked = written(Element.CTA, "Shall we talk, {first_name}?");
        assertThat(asked.text().text(TextField.SUBJECT)).isEqualTo(subject);
        assertThat(asked.text().text(TextField.BODY))
                .contains("Shall we talk, Priya?")
                .startsWith("Hi Priya,");
        Composer.Composed titled = written(Element.SUBJECT_PATTERN, "An idea for {company}");
        assertThat(titled.text().text(TextField.SUBJECT)).isEqualTo("An idea for Harbour Lane Physio");
        assertThat(titled.text().text(TextField.BODY)).isEqualTo(body);
        Composer.Composed opened = written(Element.ANGLE, "Three of your neighbours doubled their enquiries.");
        assertThat(opened.text().text(TextField.BODY))
                .contains("Three of your neighbours")
                .endsWith("Northlight");
        Composer.Composed shorter = written(Element.LENGTH, "Hi {first_name},\n\nshall we talk?\n\n{sender_name}");
        assertThat(shorter.text().text(TextField.SUBJECT)).isEqualTo(subject);
        assertThat(shorter.text().text(TextField.BODY)).isEqualTo("Hi Priya,\n\nshall we talk?\n\nSam");
    }

    @Test // CIS 7.1: an arm may be the step as it is
    void without_a_text_the_step_says_its_own_words() {
        assertThat(new Variation(Element.CTA, null).in(INTRO)).isEqualTo(Result.ok(INTRO));
        Variation cta = new Variation(Element.CTA, "Shall we talk?");
        Variation subject = new Variation(Element.SUBJECT_PATTERN, "Two ideas");
        Composer.Composed both =
                written(Variation.all(List.of(cta, subject), INTRO).orElseThrow());
        assertThat(both.text().text(TextField.SUBJECT)).isEqualTo("Two ideas");
        assertThat(both.text().text(TextField.BODY)).contains("Shall we talk?");
    }

    @Test // CIS 7.1: otherwise the arms would reach different people
    void a_text_that_some_leads_cannot_get_is_no_variation() {
        assertThat(new Variation(Element.CTA, "Still in {city}?").in(INTRO))
                .isEqualTo(Result.err(new Variation.Problem.MayBeMissing(Set.of(Variable.CITY))));
        assertThat(new Variation(Element.CTA, "Still in {city|your city}?")
                        .in(INTRO)
                        .isOk())
                .isTrue();
        Template sms = TemplateLibrary.standard(MessageForm.SMS, TemplatePurpose.INTRO);
        assertThat(new Variation(Element.CTA, "How is {company}?").in(sms))
                .isEqualTo(Result.err(new Variation.Problem.MayBeMissing(Set.of(Variable.COMPANY))));
    }

    @Test
    void a_place_that_the_text_does_not_have_cannot_be_varied() {
        Template written = Template.written("t", 1, MessageForm.EMAIL, Optional.of("Hello"), "One paragraph.")
                .orElseThrow();
        assertThat(new Variation(Element.CTA, "Shall we talk?").in(written))
                .isEqualTo(Result.err(new Variation.Problem.NoSuchPlace(Element.CTA)));
        Template sms = TemplateLibrary.standard(MessageForm.SMS, TemplatePurpose.INTRO);
        assertThat(new Variation(Element.SUBJECT_PATTERN, "Hello").in(sms))
                .isEqualTo(Result.err(new Variation.Problem.NoSuchPlace(Element.SUBJECT_PATTERN)));
        Template call = TemplateLibrary.standard(MessageForm.VOICE_SCRIPT, TemplatePurpose.INTRO);
        assertThat(new Variation(Element.TEMPLATE, "Hello").in(call))
                .isEqualTo(Result.err(new Variation.Problem.NoSuchPlace(Element.TEMPLATE)));
    }
}
