package io.agencyos.domain.conversation.notice;

import io.agencyos.domain.scoring.tier.Tier;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be told, by which way, and when not to be disturbed. Security notices are no part of it: they cannot
 * be turned off. Source: api 9.16.
 *
 * @param choices one for each topic
 * @param quiet null where the person may be disturbed at any hour
 */
public record NoticePreferences(
        Map<NoticeTopic, Choice> choices, @Nullable QuietHours quiet) {

    /** Of who has said nothing yet: everything in the product and by e-mail; of leads only that one is hot. */
    public static final NoticePreferences PLAIN = new NoticePreferences(Map.of(), null);

    /**
     * Which ways.
     *
     * @param tiers of the leads it is about; empty where a topic has none
     */
    public record Choice(boolean email, boolean inApp, boolean push, boolean sms, Set<Tier> tiers) {

        public Choice {
            tiers = Set.copyOf(tiers);
        }

        static Choice plain(NoticeTopic topic) {
            return new Choice(
                    true,
                    true,
                    false,
                    false,
                    switch (topic) {
                        case LEAD_ALERTS -> Set.of(Tier.HOT);
                        case REPLY_ALERTS -> Set.of(Tier.values());
                        case MEETING_ALERTS, CONVERSION_ALERTS, CAMPAIGN_ALERTS, SYSTEM_ALERTS, APPROVAL_REQUESTS ->
                            Set.of();
                    });
        }
    }

    /** From one time of day to another, over midnight where the end is earlier; in the person's own zone. */
    public record QuietHours(LocalTime start, LocalTime end) {}

    public NoticePreferences {
        Map<NoticeTopic, Choice> all = new EnumMap<>(NoticeTopic.class);
        for (NoticeTopic topic : NoticeTopic.values()) {
            Choice own = choices.get(topic);
            all.put(topic, own == null ? Choice.plain(topic) : own);
        }
        choices = Map.copyOf(all);
    }

    /** By which ways the person wishes to hear of something; empty for not at all. */
    public Optional<Notice.Ways> ways(NoticeTopic topic, @Nullable Tier tier) {
        Choice choice = choices.get(topic);
        boolean concerned = choice != null
                && (choice.inApp() || choice.email())
                && (!topic.hasTiers() || tier == null || choice.tiers().contains(tier));
        return concerned ? Optional.of(new Notice.Ways(choice.inApp(), choice.email())) : Optional.empty();
    }

    /** Whether the person is not to be disturbed at this moment, by the clock of their zone. */
    public boolean isQuiet(Instant now, ZoneId zone) {
        if (quiet == null) {
            return false;
        }
        LocalTime time = LocalTime.ofInstant(now, zone);
        boolean begun = !time.isBefore(quiet.start());
        boolean notOver = time.isBefore(quiet.end());
        return quiet.end().isAfter(quiet.start()) ? begun && notOver : begun || notOver;
    }
}
