package io.agencyos.domain.content.quality;

import static io.agencyos.domain.content.ChannelBounds.characters;
import static io.agencyos.domain.content.ChannelBounds.words;

import io.agencyos.domain.content.ChannelBounds;
import io.agencyos.domain.content.ChannelBounds.Range;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.content.TextField;
import java.util.ArrayList;
import java.util.List;

/** Too short, too long, over target. Source: content 3.8, rows on length; the bounds are those of 3.4. */
final class LengthChecks {

    private LengthChecks() {}

    static List<Finding> findings(MessageText message, QualityContext context) {
        return switch (message.form()) {
            case EMAIL -> email(message);
            case SMS -> sms(message.text(TextField.TEXT));
            case LINKEDIN_NOTE -> text(message.text(TextField.TEXT), ChannelBounds.LINKEDIN_NOTE);
            case LINKEDIN_MESSAGE ->
                text(
                        message.text(TextField.TEXT),
                        ChannelBounds.linkedInMessage(context.answer(), context.firstOnLinkedIn()));
            case VOICE_SCRIPT -> voice(message);
            case LETTER -> letter(message.text(TextField.BODY));
        };
    }

    private static List<Finding> email(MessageText message) {
        var found = new ArrayList<Finding>();
        String subject = message.text(TextField.SUBJECT);
        String body = message.text(TextField.BODY);
        if (ChannelBounds.SUBJECT.tooShort(characters(subject))) {
            found.add(Finding.error("subject_too_short", "subject", subject));
        } else if (ChannelBounds.SUBJECT.tooLong(characters(subject))) {
            found.add(Finding.error("subject_too_long", "subject", subject));
        } else if (characters(subject) > ChannelBounds.SUBJECT_TARGET) {
            found.add(Finding.warning("subject_over_target", "subject", subject));
        }
        if (ChannelBounds.EMAIL_BODY.tooShort(characters(body))) {
            found.add(Finding.error("body_too_short", "body", body));
        } else if (ChannelBounds.EMAIL_BODY.tooLong(characters(body))) {
            found.add(Finding.error("body_too_long", "body", body));
        } else if (words(body) > ChannelBounds.EMAIL_WORDS_TARGET) {
            found.add(Finding.warning("body_over_target", "body", body));
        }
        return found;
    }

    private static List<Finding> sms(String text) {
        if (characters(text) < ChannelBounds.SMS_MIN) {
            return List.of(Finding.error("message_too_short", "text", text));
        }
        return SmsLength.of(text).segments() > 1 ? List.of(Finding.error("message_too_long", "text", text)) : List.of();
    }

    private static List<Finding> text(String text, Range range) {
        return bounded(characters(text), range, "message", "text", text);
    }

    private static List<Finding> letter(String body) {
        return bounded(words(body), ChannelBounds.LETTER_WORDS, "message", "body", body);
    }

    private static List<Finding> bounded(int length, Range range, String code, String field, String text) {
        if (range.tooShort(length)) {
            return List.of(Finding.error(code + "_too_short", field, text));
        }
        return range.tooLong(length) ? List.of(Finding.error(code + "_too_long", field, text)) : List.of();
    }

    private static List<Finding> voice(MessageText message) {
        var found = new ArrayList<Finding>();
        spoken(message.text(TextField.OPENING), "opening", ChannelBounds.VOICE_OPENING, found);
        spoken(message.text(TextField.VALUE_PROP), "value_prop", ChannelBounds.VOICE_VALUE_PROP, found);
        spoken(message.text(TextField.CTA), "cta", ChannelBounds.VOICE_CTA, found);
        spoken(message.allButSubject(), "script", ChannelBounds.VOICE_SCRIPT, found);
        return found;
    }

    private static void spoken(String text, String field, Range range, List<Finding> found) {
        if (range.tooShort(characters(text))) {
            found.add(Finding.error(field + "_too_short", field, text));
        } else if (range.tooLong(characters(text))) {
            found.add(Finding.warning(field + "_too_long", field, text));
        }
    }
}
