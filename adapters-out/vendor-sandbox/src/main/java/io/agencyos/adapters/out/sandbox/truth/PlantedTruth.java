package io.agencyos.adapters.out.sandbox.truth;

import io.agencyos.adapters.out.sandbox.population.Industry;
import io.agencyos.adapters.out.sandbox.population.SizeBand;
import io.agencyos.adapters.out.sandbox.population.TitleBand;
import io.agencyos.adapters.out.sandbox.population.Traits;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The one place where the hidden odds stand. Odds are per million, effects are percent of the base; a person's odds are
 * the base times every effect that applies, and never above {@link #CEILING}. The guide docs/guide/sandbox.md shows the same numbers.
 */
public final class PlantedTruth {

    /** No odds exceed this. */
    public static final int CEILING = 900_000;

    /** A reply by a person to the first message, before any effect. */
    public static final Map<Channel, Integer> REPLY = Map.of(
            Channel.EMAIL,
            45_000,
            Channel.LINKEDIN,
            80_000,
            Channel.SMS,
            60_000,
            Channel.VOICE,
            110_000,
            Channel.MAIL,
            12_000);

    public static final Map<TitleBand, Integer> TITLE = Map.of(
            TitleBand.OWNER,
            160,
            TitleBand.C_SUITE,
            110,
            TitleBand.VP,
            100,
            TitleBand.HEAD,
            130,
            TitleBand.MANAGER,
            80,
            TitleBand.SPECIALIST,
            45,
            TitleBand.ASSISTANT,
            25);

    public static final Map<Industry, Integer> INDUSTRY = Map.ofEntries(
            Map.entry(Industry.MARKETING, 90),
            Map.entry(Industry.SOFTWARE, 120),
            Map.entry(Industry.IT_SERVICES, 100),
            Map.entry(Industry.CONSTRUCTION, 150),
            Map.entry(Industry.HEALTH_CARE, 140),
            Map.entry(Industry.REAL_ESTATE, 110),
            Map.entry(Industry.CONSULTING, 100),
            Map.entry(Industry.FINANCE, 90),
            Map.entry(Industry.LEGAL, 85),
            Map.entry(Industry.MANUFACTURING, 100),
            Map.entry(Industry.RETAIL, 75),
            Map.entry(Industry.HOSPITALITY, 60),
            Map.entry(Industry.EDUCATION, 65),
            Map.entry(Industry.GOVERNMENT, 30));

    public static final Map<SizeBand, Integer> SIZE = Map.of(
            SizeBand.SOLO, 80, SizeBand.SMALL, 130, SizeBand.MEDIUM, 100, SizeBand.LARGE, 70, SizeBand.ENTERPRISE, 40);

    /** Recipient's weekday at the moment of delivery. */
    public static final Map<DayOfWeek, Integer> WEEKDAY = Map.of(
            DayOfWeek.MONDAY,
            85,
            DayOfWeek.TUESDAY,
            125,
            DayOfWeek.WEDNESDAY,
            110,
            DayOfWeek.THURSDAY,
            105,
            DayOfWeek.FRIDAY,
            75,
            DayOfWeek.SATURDAY,
            40,
            DayOfWeek.SUNDAY,
            40);

    /** Recipient's local hour at the moment of delivery, 0 to 23. */
    public static final List<Integer> HOUR =
            List.of(30, 30, 30, 30, 30, 40, 60, 80, 95, 90, 125, 110, 80, 85, 105, 100, 90, 80, 70, 60, 50, 40, 30, 30);

    /** The n-th message to one person; the last counts for every later one. */
    public static final List<Integer> ORDINAL = List.of(100, 90, 75, 60, 40);

    /** Message effects, felt to the percentage of the person's sensitivity. */
    public static final int NAMES_THE_COMPANY = 130;

    public static final int ASKS_A_QUESTION = 115;
    public static final int SHORT_SUBJECT = 115;
    public static final int LONG_SUBJECT = 85;
    public static final int CONCISE_BODY = 115;
    public static final int LONG_BODY = 70;
    public static final int SPAM_WORDS = 55;
    public static final int MANY_LINKS = 80;

    /** In the half of the day that a person prefers, and in the other. */
    public static final int PREFERRED_HOURS = 120;

    public static final int OTHER_HOURS = 85;

    /** What a reply says, in parts of a thousand, by who decides: deciders ask for meetings, others refer and refuse. */
    public static final Map<ReplyIntent, Integer> DECIDER_INTENTS = Map.of(
            ReplyIntent.MEETING_REQUEST,
            190,
            ReplyIntent.INTERESTED,
            200,
            ReplyIntent.QUESTION,
            150,
            ReplyIntent.NOT_INTERESTED,
            310,
            ReplyIntent.REFERRAL,
            40,
            ReplyIntent.WRONG_PERSON,
            10,
            ReplyIntent.UNSUBSCRIBE,
            80,
            ReplyIntent.ANGRY_OR_COMPLAINT,
            20);

    public static final Map<ReplyIntent, Integer> OTHER_INTENTS = Map.of(
            ReplyIntent.MEETING_REQUEST,
            60,
            ReplyIntent.INTERESTED,
            130,
            ReplyIntent.QUESTION,
            140,
            ReplyIntent.NOT_INTERESTED,
            380,
            ReplyIntent.REFERRAL,
            120,
            ReplyIntent.WRONG_PERSON,
            60,
            ReplyIntent.UNSUBSCRIBE,
            90,
            ReplyIntent.ANGRY_OR_COMPLAINT,
            20);

    /** A booking after a positive reply, before the effects of title and size. */
    public static final Map<ReplyIntent, Integer> BOOKS =
            Map.of(ReplyIntent.MEETING_REQUEST, 550_000, ReplyIntent.INTERESTED, 250_000);

    /** A person reads the message; whoever replies has read it in any case. */
    public static final int OPENS = 380_000;
    /** A reader follows a link, if there is one. */
    public static final int CLICKS = 70_000;
    /** A scanner opens the message within a minute; with {@link #SCANNER_CLICKS} it follows every link too. */
    public static final int SCANNER_OPENS = 60_000;

    public static final int SCANNER_CLICKS = 200_000;
    public static final int SOFT_BOUNCES = 5_000;
    public static final int POLICY_BOUNCES = 1_000;
    public static final int OUT_OF_OFFICE = 25_000;
    public static final int AUTO_REPLIES = 8_000;
    /** Uses the way out that the message offers, without writing. */
    public static final int UNSUBSCRIBES = 12_000;
    /** Answers an e-mail from another address of the same company, where people have such. */
    public static final int ANSWERS_BY_ALIAS = 30_000;
    /** Answers an e-mail by a text to our number, where people have a mobile and answer from wherever they are. */
    public static final int ANSWERS_BY_TEXT = 150_000;
    /** A text does not find its telephone, which is off. */
    public static final int ABSENT = 15_000;
    /** A telephone is busy, rings in vain, or is picked up by a machine. */
    public static final int BUSY = 80_000;

    public static final int NO_ANSWER = 300_000;
    public static final int VOICEMAIL = 250_000;
    /** A letter comes back: nobody of that name is there any more. */
    public static final int MOVED_AWAY = 30_000;
    /** Takes an invitation on LinkedIn. */
    public static final int ACCEPTS = 320_000;
    /** Presses the spam button. */
    public static final int COMPLAINS = 500;
    /** Answers in anger when contacted again after saying stop. */
    public static final int ANGRY_AFTER_STOP = 500_000;

    private PlantedTruth() {}

    /** Odds that a person replies to this message at this moment, per million. */
    public static int replyOdds(Channel channel, Traits traits, Instant at, MessageFeatures message, int ordinal) {
        ZonedDateTime local = at.atZone(traits.zone());
        long odds = REPLY.get(channel);
        odds = times(odds, TITLE.get(traits.title()));
        odds = times(odds, INDUSTRY.get(traits.industry()));
        odds = times(odds, SIZE.get(traits.size()));
        odds = times(odds, WEEKDAY.get(local.getDayOfWeek()));
        odds = times(odds, HOUR.get(local.getHour()));
        odds = times(odds, ORDINAL.get(Math.min(ordinal, ORDINAL.size()) - 1));
        odds = times(odds, hourPreference(traits, local.getHour()));
        for (int effect : messageEffects(message)) {
            odds = times(odds, 100 + (effect - 100) * traits.sensitivity().percent() / 100);
        }
        return (int) Math.min(CEILING, odds);
    }

    /** Odds that a positive reply leads to a booking, per million. */
    public static int bookingOdds(ReplyIntent intent, Traits traits) {
        long odds = times(BOOKS.getOrDefault(intent, 0), TITLE.get(traits.title()));
        return (int) Math.min(CEILING, times(odds, SIZE.get(traits.size())));
    }

    /** Odds that this message at this moment leads to a meeting, per million; nobody reads a dead address. */
    public static int meetingOdds(Channel channel, Traits traits, Instant at, MessageFeatures message, int ordinal) {
        if (traits.deadAddress()) {
            return 0;
        }
        long ofAReply = intents(traits).entrySet().stream()
                .mapToLong(intent -> (long) intent.getValue() * bookingOdds(intent.getKey(), traits))
                .sum();
        return (int) (replyOdds(channel, traits, at, message, ordinal) * (ofAReply / 1_000) / 1_000_000);
    }

    /** The mix of intents for a person, in parts of a thousand. */
    public static Map<ReplyIntent, Integer> intents(Traits traits) {
        return switch (traits.title()) {
            case OWNER, C_SUITE, VP, HEAD -> DECIDER_INTENTS;
            case MANAGER, SPECIALIST, ASSISTANT -> OTHER_INTENTS;
        };
    }

    private static int hourPreference(Traits traits, int hour) {
        return switch (traits.hours()) {
            case MORNING -> hour < 12 ? PREFERRED_HOURS : OTHER_HOURS;
            case AFTERNOON -> hour >= 12 ? PREFERRED_HOURS : OTHER_HOURS;
            case NONE -> 100;
        };
    }

    private static List<Integer> messageEffects(MessageFeatures message) {
        return List.of(
                message.personal() ? NAMES_THE_COMPANY : 100,
                message.asks() ? ASKS_A_QUESTION : 100,
                message.subjectWords() <= 5 ? SHORT_SUBJECT : message.subjectWords() > 9 ? LONG_SUBJECT : 100,
                message.bodyWords() > 200
                        ? LONG_BODY
                        : message.bodyWords() >= 40 && message.bodyWords() <= 120 ? CONCISE_BODY : 100,
                message.spammy() ? SPAM_WORDS : 100,
                message.links() > 2 ? MANY_LINKS : 100);
    }

    private static long times(long odds, long percent) {
        return (odds * percent + 50) / 100;
    }
}
