package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.Absence;
import io.agencyos.domain.conversation.CleanedReply;
import io.agencyos.domain.conversation.Entities;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.StatedDates;
import io.agencyos.domain.conversation.StatedTimes;
import io.agencyos.domain.shared.Channel;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the facts that a reply states. Source: content 4.3, 4.4 (referral entity), 4.5. */
final class EntityFinder {

    private static final Rule DAY_AND_TIME = Rule.clause(0, "DAY ~2 TIME|TIME ~2 DAY");
    private static final Map<Channel, WordPattern> CHANNEL_WORDS = new LinkedHashMap<>();

    static {
        CHANNEL_WORDS.put(Channel.EMAIL, WordPattern.of("(email|e mail|emailing)"));
        CHANNEL_WORDS.put(Channel.LINKEDIN, WordPattern.of("linkedin"));
        CHANNEL_WORDS.put(Channel.VOICE, WordPattern.of("(call|phone|ring|calling)"));
        CHANNEL_WORDS.put(Channel.SMS, WordPattern.of("(text|sms|texting)"));
        CHANNEL_WORDS.put(Channel.MAIL, WordPattern.of("(post|letter)"));
    }

    private EntityFinder() {}

    static Entities of(Reading reading, CleanedReply cleaned, Intent intent) {
        ZonedDateTime receivedAt = reading.reply().receivedAt();
        Optional<Absence> absence = intent == Intent.OUT_OF_OFFICE
                ? Optional.of(Absence.of(absenceEnd(reading), receivedAt))
                : Optional.empty();
        Optional<String> phone = Addresses.firstPhone(cleaned.text())
                .or(() -> Addresses.firstPhone(cleaned.signature()))
                .map(Addresses.Found::value);
        return new Entities(
                absence,
                intent == Intent.NOT_INTERESTED
                        ? StatedTimes.later(reading.text(), receivedAt.toLocalDate())
                        : Optional.empty(),
                intent == Intent.REFERRAL ? Optional.of(ReferralFinder.of(reading)) : Optional.empty(),
                phone,
                DAY_AND_TIME.test().hits(reading).stream().map(Rule.Span::words).toList(),
                channelPreference(reading));
    }

    private static Optional<LocalDate> absenceEnd(Reading reading) {
        var received = reading.reply().receivedAt().toLocalDate();
        return StatedDates.returnDate(reading.text(), received)
                .or(() -> StatedDates.returnDate(reading.reply().subject(), received));
    }

    private static Optional<Channel> channelPreference(Reading reading) {
        for (Reading.Sentence sentence : reading.sentences()) {
            if (!OptOutRules.isPreference(sentence)) {
                continue;
            }
            for (Words clause : sentence.clauses()) {
                Optional<Channel> wished = clause.hasNegator()
                        ? Optional.empty()
                        : CHANNEL_WORDS.entrySet().stream()
                                .filter(channel -> channel.getValue().matchesSomewhereIn(clause))
                                .map(Map.Entry::getKey)
                                .findFirst();
                if (wished.isPresent()) {
                    return wished;
                }
            }
        }
        return Optional.empty();
    }
}
