package io.agencyos.domain.content.template;

import static io.agencyos.domain.content.template.Slot.rank;
import static io.agencyos.domain.content.template.Slot.required;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.TextField;
import java.util.List;
import java.util.Map;

/** The text messages, LinkedIn notes and LinkedIn messages that ship with the product. Source: content 3.5. */
final class ShortLibrary {

    private static final Slot SMS_HELLO =
            required("hello", rank("Hi {first_name}, it's {sender_name} at {agency_name}."));
    private static final Slot SMS_OPT_OUT = required("opt_out", rank("{opt_out_text}"));
    private static final Slot SMS_SHORT_CTA = required("short_cta", rank("Quick chat?"));

    private static final Slot NOTE_HELLO =
            required("hello", rank("Hi {first_name}, {sender_name} from {agency_name} here."));
    private static final Slot PLAIN_OPT_OUT =
            required("opt_out", rank("If you would rather not hear from us, just say so."));

    private ShortLibrary() {}

    static Template sms(TemplatePurpose purpose) {
        return switch (purpose) {
            case INTRO ->
                sms("sms_intro", "We help {industry|local} businesses win more enquiries.", "Open to a quick chat?");
            case CONNECT ->
                sms("sms_connect", "We help {industry|local} businesses grow.", "Is a call OK?", "Would a call suit?");
            case VALUE_ADD, FOLLOW_UP ->
                sms("sms_value_add", "I have an idea for {company}.", "May I send it over?", "Want to hear it?");
            case PATTERN_INTERRUPT ->
                sms(
                        "sms_pattern_interrupt",
                        "One question: could {company} take on more work?",
                        "Yes or no?",
                        "What do you say?");
            case BREAKUP ->
                sms(
                        "sms_breakup",
                        "This is my last message for now.",
                        "Reply any time if it suits later.",
                        "Text me whenever the time is right.");
            case DISCOVERY ->
                sms(
                        "sms_discovery",
                        "How does {company} find new customers?",
                        "Could we talk this week?",
                        "Who may I ask?");
        };
    }

    static Template note(TemplatePurpose purpose) {
        return switch (purpose) {
            case INTRO, CONNECT, VALUE_ADD, PATTERN_INTERRUPT, BREAKUP, DISCOVERY, FOLLOW_UP ->
                linkedIn(
                        MessageForm.LINKEDIN_NOTE,
                        "linkedin_note",
                        List.of(
                                NOTE_HELLO,
                                required("opener", rank("We work with {industry|local} businesses like {company}.")),
                                cta("Happy to connect?", "Shall we connect?")));
        };
    }

    static Template message(TemplatePurpose purpose) {
        return switch (purpose) {
            case INTRO ->
                message(
                        "linkedin_intro",
                        CommonSlots.OPENER,
                        "Worth a short conversation?",
                        "Open to a quick chat next week?");
            case CONNECT ->
                message(
                        "linkedin_connect",
                        opener("I follow how {industry|local} businesses like {company} win customers."),
                        "Does it make sense to talk?",
                        "Shall we compare notes?");
            case VALUE_ADD ->
                message(
                        "linkedin_value_add",
                        opener("I have two ideas on how {company} could win more enquiries."),
                        "Shall I write them down here?",
                        "Want to see them?");
            case PATTERN_INTERRUPT ->
                message(
                        "linkedin_pattern_interrupt",
                        opener("One question only: could {company} take on more work right now?"),
                        "What would be your answer?",
                        "Yes, no or later?");
            case BREAKUP ->
                message(
                        "linkedin_breakup",
                        opener("This is my last message about {company} for now."),
                        "A reply at any time is enough.",
                        "Write back whenever it suits.");
            case DISCOVERY ->
                message(
                        "linkedin_discovery",
                        opener("I would like to understand how {company} wins its customers today."),
                        "Could we talk for 15 minutes?",
                        "Who would be the best person to ask?");
            case FOLLOW_UP ->
                message(
                        "linkedin_follow_up",
                        opener("Thank you for connecting."),
                        "Is winning more enquiries on the list at {company}?",
                        "What is {company} working on this quarter?");
        };
    }

    private static Slot opener(String fragment) {
        return required("opener", rank(fragment));
    }

    private static Slot cta(String... questions) {
        return required("cta", rank(questions));
    }

    private static Template sms(String id, String middle, String... ctas) {
        Slot value = required("value", rank(middle));
        Slot cta = cta(ctas);
        return new Template(
                id,
                1,
                MessageForm.SMS,
                List.of(
                        shape(List.of(SMS_HELLO, value, cta, SMS_OPT_OUT)),
                        shape(List.of(SMS_HELLO, cta, SMS_OPT_OUT)),
                        shape(List.of(SMS_HELLO, SMS_SHORT_CTA, SMS_OPT_OUT))));
    }

    private static Template message(String id, Slot opener, String... ctas) {
        return linkedIn(
                MessageForm.LINKEDIN_MESSAGE,
                id,
                List.of(NOTE_HELLO, opener, CommonSlots.VALUE, cta(ctas), PLAIN_OPT_OUT));
    }

    private static Template linkedIn(MessageForm form, String id, List<Slot> slots) {
        return new Template(id, 1, form, List.of(shape(slots)));
    }

    private static Template.Shape shape(List<Slot> slots) {
        return new Template.Shape(Map.of(TextField.TEXT, List.of(slots)));
    }
}
