package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What invented people write. Placeholders: {me}, {first}, {company}, {colleague}, {mail}, {date}. */
final class ReplyTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final List<String> COLLEAGUES =
            List.of("Dana Whitfield", "Marcus Bell", "Ingrid Sole", "Toby Marsh", "Leila Hart");
    private static final List<String> SIGN_OFFS =
            List.of("\n\nCheers,\n{first}", "\n\nRegards\n{me}\n{company}", "\n\n{first}", "");

    private static final Map<ReplyIntent, List<String>> TEXTS = Map.of(
            ReplyIntent.MEETING_REQUEST,
                    List.of(
                            "Sure, can we chat Tuesday at 2pm?",
                            "Happy to jump on a call next week. Thursday morning works for me.",
                            "Good timing. Could you send me your calendar link and I'll pick a time?",
                            "Let's set up a quick call. I'm free Wednesday after 10.",
                            "Keen to have a chat about this. How about tomorrow arvo?"),
            ReplyIntent.INTERESTED,
                    List.of(
                            "This sounds interesting. Can you send me more information?",
                            "Yes, we are interested. What would the next steps look like?",
                            "Please send through some case studies for a business like {company}.",
                            "We have been looking for help with exactly this. Tell me more.",
                            "Looks good, flick me some details when you get a minute."),
            ReplyIntent.QUESTION,
                    List.of(
                            "How much do you charge for this?",
                            "What is included in the monthly fee, and is there a minimum term?",
                            "Do you work with businesses of our size?",
                            "Where did you get my details?",
                            "Who else in our industry have you done this for?"),
            ReplyIntent.NOT_INTERESTED,
                    List.of(
                            "Not interested, thanks.",
                            "We already work with an agency and are happy with them.",
                            "Not right now, try me again in July.",
                            "It's too expensive for us at the moment.",
                            "Thanks, but we do this in house.",
                            "No thanks."),
            ReplyIntent.REFERRAL,
                    List.of(
                            "Not my area, but {colleague} handles this: {mail}",
                            "You should speak to {colleague}, who looks after marketing for us ({mail}).",
                            "I have forwarded this to {colleague}. Best to contact {mail} directly."),
            ReplyIntent.WRONG_PERSON,
                    List.of(
                            "I no longer work at {company}.",
                            "Wrong person I'm afraid, I do not deal with this.",
                            "You have the wrong contact, I left that role last year."),
            ReplyIntent.UNSUBSCRIBE,
                    List.of(
                            "Please take me off your list.",
                            "Unsubscribe",
                            "Please do not email me again.",
                            "Remove me from your mailing list please."),
            ReplyIntent.ANGRY_OR_COMPLAINT,
                    List.of(
                            "This is spam. I'm reporting you to ACMA.",
                            "STOP SPAMMING ME!! REMOVE ME FROM THIS LIST NOW!!",
                            "How dare you email me again. I will be making a complaint. Remove my details."));

    private static final List<String> AWAY = List.of(
            "Out of office: thank you for your email. I am on annual leave and will be back on {date}. For urgent"
                    + " matters please call the office.",
            "I am currently away from my desk with limited access to email, returning on {date}.\n\n{me}\n{company}",
            "Automatic reply: I'm out of the office until {date}.");
    private static final List<String> AUTOMATIC = List.of(
            "Thank you for contacting {company}. Your enquiry has been received. Ticket number 4431. This is an"
                    + " automated message, do not reply to this email.",
            "Automatic reply: thanks for your email. We aim to respond within two business days.");

    private final Dice dice;

    ReplyTexts(Dice dice) {
        this.dice = dice;
    }

    String person(ReplyIntent intent, Recipient writer, String key) {
        String colleague = dice.pick(COLLEAGUES, "colleague", writer.domain());
        String text = dice.pick(TEXTS.getOrDefault(intent, List.of("Thanks")), "words", key)
                + dice.pick(SIGN_OFFS, "sign-off", key);
        return fill(text, writer)
                .replace("{colleague}", colleague)
                .replace("{mail}", colleague.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + writer.domain());
    }

    String machine(ReplyIntent intent, Recipient writer, Instant at, String key) {
        LocalDate back = LocalDate.ofInstant(at, writer.traits().zone()).plusDays(dice.between(3, 16, "return", key));
        List<String> options = intent == ReplyIntent.OUT_OF_OFFICE ? AWAY : AUTOMATIC;
        return fill(dice.pick(options, "words", key), writer).replace("{date}", DAY.format(back));
    }

    private static String fill(String text, Recipient writer) {
        return text.replace("{me}", writer.name())
                .replace("{first}", writer.firstName().isBlank() ? writer.name() : writer.firstName())
                .replace("{company}", writer.company().isBlank() ? "our company" : writer.company());
    }
}
