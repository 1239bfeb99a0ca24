package io.agencyos.domain.content.template;

import static io.agencyos.domain.content.template.Slot.optional;
import static io.agencyos.domain.content.template.Slot.rank;
import static io.agencyos.domain.content.template.Slot.required;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.TextField;
import java.util.List;
import java.util.Map;

/** The voice scripts and the letter that ship with the product. Source: content 3.5; for the words of a call 3.13. */
final class LongLibrary {

    /** Who calls for whom and why, that nobody human speaks, that it may be recorded, and whether now suits (outreach 10.5). */
    private static final Slot CALL_OPENING = required(
            "opening",
            rank("Hi {first_name}, this is {sender_name}, an automated assistant calling for {agency_name} about"
                    + " marketing for {company}. The call may be recorded. Is now a bad time?"),
            rank("Hi {first_name}, this is {sender_name}, an automated assistant calling for {agency_name} about your"
                    + " marketing. The call may be recorded. Is now a bad time?"));

    private static final Slot CALL_VALUE = required(
            "value",
            rank("We help with {value_prop}."),
            rank("We do {service} for businesses like yours."),
            rank("We are a marketing agency for businesses like yours."));

    private LongLibrary() {}

    static Template voice(TemplatePurpose purpose) {
        return switch (purpose) {
            case INTRO, VALUE_ADD, PATTERN_INTERRUPT, FOLLOW_UP ->
                voice("voice_intro", "May I ask one question about it?", "Is now an OK time for one question?");
            case CONNECT ->
                voice(
                        "voice_connect",
                        "Would you like {sender_name} to call you back?",
                        "Shall {sender_name} from our team ring you this week?");
            case BREAKUP ->
                voice(
                        "voice_breakup",
                        "We will not call again. May {sender_name} send you a short summary?",
                        "This is our last call. Is there anything you would like to know?");
            case DISCOVERY ->
                voice(
                        "voice_discovery",
                        "How does {company} find new customers today?",
                        "What would you change first about how customers find {company}?");
        };
    }

    /** One letter for every purpose: post is rare, approved by a person, and stands on its own. */
    static Template letter() {
        var opener = required(
                "opener",
                rank("I am writing because {company} came up while we looked at {industry} businesses in {city}."),
                rank("I am writing because {company} came up while we looked at businesses that could grow."));
        var work = required("work", rank("""
            Our work starts with questions, not with adverts. Which customers do you want more of? How do \
            they look for somebody like you? What happens between their first click, their first call and \
            the day the job is booked? In most businesses we meet, good enquiries are lost on the way: a \
            form that nobody answers before the evening, a page that loads too slowly on a phone, a \
            listing with the wrong opening hours. None of this is anybody's fault. Everybody is busy with \
            the work itself.\
            """));
        var plan = required("plan", rank("""
            We look at each of these steps, write down what we find in plain words, and put the repairs in \
            order, the smallest effort with the largest effect first. You decide what is done and by whom. \
            Some clients hand all of it to us, others keep most of it in their own hands and ask us once a \
            month. Both work well, as long as somebody looks at the numbers and somebody picks up the \
            phone.\
            """));
        var cta = required(
                "cta",
                rank("""
                    If this sounds useful, I would be glad to hear how {company} wins its customers today. A short \
                    reply by phone or e-mail is enough, and I will come back to you with a time that suits.\
                    """),
                rank("If this sounds useful, write to me, and I will come back to you with a time that suits."));
        var optOut = required(
                "opt_out", rank("If you do not want letters from us, tell {agency_name} and we will not write again."));
        var paragraphs = List.of(
                List.of(required("greeting", rank("Dear {first_name},"))),
                List.of(opener, CommonSlots.VALUE),
                List.of(work),
                List.of(plan),
                List.of(optional("pain", rank("Often the hard part is {pain_point}.")), CommonSlots.PROOF),
                List.of(cta),
                List.of(CommonSlots.SIGNOFF),
                List.of(optOut));
        return new Template(
                "letter", 1, MessageForm.LETTER, List.of(new Template.Shape(Map.of(TextField.BODY, paragraphs))));
    }

    private static Template voice(String id, String... ctas) {
        var shape = new Template.Shape(Map.of(
                TextField.OPENING, List.of(List.of(CALL_OPENING)),
                TextField.VALUE_PROP, List.of(List.of(CALL_VALUE, CommonSlots.PAIN)),
                TextField.CTA, List.of(List.of(required("cta", rank(ctas))))));
        return new Template(id, 1, MessageForm.VOICE_SCRIPT, List.of(shape));
    }
}
