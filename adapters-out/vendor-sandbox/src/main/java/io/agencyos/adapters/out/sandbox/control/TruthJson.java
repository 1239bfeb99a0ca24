package io.agencyos.adapters.out.sandbox.control;

import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.DeadAddresses;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.population.Traits;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The planted truth as JSON: odds per million, effects in percent, intents in parts of a thousand. */
final class TruthJson {

    /** A message without any effect: six words of subject, thirty of text, no question, no link. */
    private static final MessageFeatures PLAIN = new MessageFeatures(6, 30, false, false, false, 0);

    private TruthJson() {}

    static Map<String, @Nullable Object> tables() {
        return Json.object(
                "replyOdds", lower(PlantedTruth.REPLY),
                "effects",
                        Json.object(
                                "title",
                                lower(PlantedTruth.TITLE),
                                "industry",
                                lower(PlantedTruth.INDUSTRY),
                                "size",
                                lower(PlantedTruth.SIZE),
                                "weekday",
                                lower(PlantedTruth.WEEKDAY),
                                "hour",
                                PlantedTruth.HOUR,
                                "ordinal",
                                PlantedTruth.ORDINAL,
                                "preferredHours",
                                PlantedTruth.PREFERRED_HOURS,
                                "otherHours",
                                PlantedTruth.OTHER_HOURS),
                "message",
                        Json.object(
                                "namesTheCompany",
                                PlantedTruth.NAMES_THE_COMPANY,
                                "asksAQuestion",
                                PlantedTruth.ASKS_A_QUESTION,
                                "shortSubject",
                                PlantedTruth.SHORT_SUBJECT,
                                "longSubject",
                                PlantedTruth.LONG_SUBJECT,
                                "conciseBody",
                                PlantedTruth.CONCISE_BODY,
                                "longBody",
                                PlantedTruth.LONG_BODY,
                                "spamWords",
                                PlantedTruth.SPAM_WORDS,
                                "manyLinks",
                                PlantedTruth.MANY_LINKS),
                "intents",
                        Json.object(
                                "deciders",
                                lower(PlantedTruth.DECIDER_INTENTS),
                                "others",
                                lower(PlantedTruth.OTHER_INTENTS)),
                "bookingOdds", lower(PlantedTruth.BOOKS),
                "other",
                        Json.object(
                                "opens",
                                PlantedTruth.OPENS,
                                "clicks",
                                PlantedTruth.CLICKS,
                                "scannerOpens",
                                PlantedTruth.SCANNER_OPENS,
                                "scannerClicks",
                                PlantedTruth.SCANNER_CLICKS,
                                "softBounces",
                                PlantedTruth.SOFT_BOUNCES,
                                "policyBounces",
                                PlantedTruth.POLICY_BOUNCES,
                                "outOfOffice",
                                PlantedTruth.OUT_OF_OFFICE,
                                "autoReplies",
                                PlantedTruth.AUTO_REPLIES,
                                "unsubscribes",
                                PlantedTruth.UNSUBSCRIBES,
                                "answersByAlias",
                                PlantedTruth.ANSWERS_BY_ALIAS,
                                "answersByText",
                                PlantedTruth.ANSWERS_BY_TEXT,
                                "textsAbsent",
                                PlantedTruth.ABSENT,
                                "callsBusy",
                                PlantedTruth.BUSY,
                                "callsUnanswered",
                                PlantedTruth.NO_ANSWER,
                                "callsToMachines",
                                PlantedTruth.VOICEMAIL,
                                "acceptsInvitations",
                                PlantedTruth.ACCEPTS,
                                "complains",
                                PlantedTruth.COMPLAINS,
                                "angryAfterStop",
                                PlantedTruth.ANGRY_AFTER_STOP,
                                "deadAddress",
                                new TreeMap<>(DeadAddresses.BY_STATUS),
                                "deadUnknown",
                                DeadAddresses.UNKNOWN));
    }

    static Map<String, @Nullable Object> person(Recipient reader, Instant now) {
        Traits traits = reader.traits();
        return Json.object(
                "email",
                reader.address(),
                "name",
                reader.name(),
                "company",
                reader.company(),
                "title",
                lower(traits.title()),
                "industry",
                lower(traits.industry()),
                "size",
                lower(traits.size()),
                "hours",
                lower(traits.hours()),
                "sensitivity",
                lower(traits.sensitivity()),
                "zone",
                traits.zone().getId(),
                "deadAddress",
                traits.deadAddress(),
                "replyOddsNow",
                PlantedTruth.replyOdds(Channel.EMAIL, traits, now, PLAIN, 1),
                "bookingOddsOfMeetingRequest",
                PlantedTruth.bookingOdds(ReplyIntent.MEETING_REQUEST, traits));
    }

    /** What the first e-mail to somebody had in store, as of the moment at which it came. */
    static Map<String, @Nullable Object> contact(LedgerRow first, Recipient reader) {
        return Json.object(
                "email",
                first.toEmail(),
                "at",
                first.at(),
                "meetingOdds",
                PlantedTruth.meetingOdds(Channel.EMAIL, reader.traits(), first.at(), PLAIN, 1));
    }

    private static Map<String, Integer> lower(Map<? extends Enum<?>, Integer> table) {
        Map<String, Integer> json = new TreeMap<>();
        table.forEach((key, value) -> json.put(lower(key), value));
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
