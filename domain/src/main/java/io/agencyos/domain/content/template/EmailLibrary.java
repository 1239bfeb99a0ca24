package io.agencyos.domain.content.template;

import static io.agencyos.domain.content.template.Slot.rank;
import static io.agencyos.domain.content.template.Slot.required;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.TextField;
import java.util.List;
import java.util.Map;

/** The e-mails that ship with the product, one per purpose. Source: content 3.5. */
final class EmailLibrary {

    private EmailLibrary() {}

    static Template of(TemplatePurpose purpose) {
        return switch (purpose) {
            case INTRO -> INTRO;
            case CONNECT -> CONNECT;
            case VALUE_ADD, FOLLOW_UP -> VALUE_ADD;
            case PATTERN_INTERRUPT -> PATTERN_INTERRUPT;
            case BREAKUP -> BREAKUP;
            case DISCOVERY -> DISCOVERY;
        };
    }

    private static final Template INTRO = email(
            "email_intro",
            subject(
                    "Quick question, {first_name}",
                    "{first_name}, more enquiries this quarter",
                    "A thought on {industry} marketing"),
            CommonSlots.OPENER,
            CommonSlots.VALUE,
            cta("Worth a short conversation?", "Open to a quick chat next week?"));

    private static final Template CONNECT = email(
            "email_connect",
            subject("Putting a name to {agency_name}", "Saying hello, {first_name}"),
            required(
                    "opener",
                    rank("I look after new clients at {agency_name} and wanted you to know who is behind our"
                            + " messages."),
                    rank("A short hello from {agency_name}, so that you know who is behind our messages.")),
            required(
                    "value",
                    rank("We help with {value_prop}."),
                    rank("We do {service} for businesses like {company}."),
                    rank("We do marketing for businesses like {company}.")),
            cta("Does it make sense to connect?", "Would a first call suit you this month?"));

    private static final Template VALUE_ADD = email(
            "email_value_add",
            subject("An idea for {company}", "One more thought, {first_name}"),
            required(
                    "opener",
                    rankForIndustry(
                            "Something we see with {industry} businesses: the fastest answer wins the enquiry."),
                    rank("Something we see again and again: the fastest answer wins the enquiry.")),
            required(
                    "value",
                    rank("{agency_name} looks at every step from the first click to the booked job, and helps with"
                            + " {value_prop}."),
                    rank("{agency_name} looks at every step from the first click to the booked job.")),
            cta("Shall I send two ideas for {company}?", "Is this something that {company} is working on?"));

    private static final Template PATTERN_INTERRUPT = email(
            "email_pattern_interrupt",
            subject("Not another sales note, {first_name}", "A different question, {first_name}"),
            required(
                    "opener",
                    rank("One question only: if {company} could have five more good enquiries a month, would you want"
                            + " them?"),
                    rank("One question only: what would you change first about how new customers find {company}?")),
            required(
                    "value",
                    rank("I ask because {value_prop} is what {agency_name} does."),
                    rank("I ask because that is what {agency_name} works on every day.")),
            cta("What would be your answer?", "Is a one-line answer possible?"));

    /** The last message asks for nothing. */
    private static final Template BREAKUP = email(
            "email_breakup",
            subject("Last note from me, {first_name}", "Closing the loop, {first_name}"),
            required(
                    "opener",
                    rank("I have not heard from you, so I take it that the timing is not right for {company}."),
                    rank("This is my last message about {company} for now.")),
            required(
                    "value",
                    rank("Should {value_prop} move up the list, {agency_name} is here."),
                    rank("Should marketing move up the list, {agency_name} is here.")),
            cta("A short reply at any time is enough.", "You can reply to this note whenever it suits."));

    private static final Template DISCOVERY = email(
            "email_discovery",
            subject("How {company} finds new customers", "Two questions, {first_name}"),
            required(
                    "opener",
                    rank("I would like to understand how {company} wins its customers today, and what gets in the"
                            + " way."),
                    rank("Before I suggest anything, I would like to understand how {company} wins its customers.")),
            CommonSlots.VALUE,
            cta("Could we talk for 15 minutes this week?", "Who would be the best person to ask?"));

    private static Slot.Rank rankForIndustry(String fragment) {
        return Slot.rankForServedIndustry(fragment);
    }

    private static Slot subject(String... subjects) {
        return required("subject", rank(subjects));
    }

    private static Slot cta(String... questions) {
        return required("cta", rank(questions));
    }

    private static Template email(String id, Slot subject, Slot opener, Slot value, Slot cta) {
        var shape = new Template.Shape(Map.of(
                TextField.SUBJECT,
                List.of(List.of(subject)),
                TextField.BODY,
                List.of(
                        List.of(CommonSlots.GREETING),
                        List.of(opener, value),
                        List.of(CommonSlots.PAIN, CommonSlots.PROOF),
                        List.of(cta),
                        List.of(CommonSlots.SIGNOFF))));
        return new Template(id, 1, MessageForm.EMAIL, List.of(shape));
    }
}
