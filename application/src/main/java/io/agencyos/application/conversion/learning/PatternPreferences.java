package io.agencyos.application.conversion.learning;

import io.agencyos.application.campaign.store.LearnedSequences;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.outreach.engine.LearnedPreferences;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.allocation.LearnedChannelOrder;
import io.agencyos.domain.campaign.sequence.LearnedSequence;
import io.agencyos.domain.content.PainPoint;
import io.agencyos.domain.content.PersonalisationField;
import io.agencyos.domain.content.template.Guidance;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.outreach.calendar.SendPreference;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What consumers read of patterns: valid ones, sure enough, and only what repeated ({@code for_use}). Patterns change
 * once a week, so each client's are read once an hour at most. Source: conversion intelligence 5.6, 14.1.
 */
public final class PatternPreferences implements LearnedPreferences {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final BigDecimal SURE = new BigDecimal("0.5");
    private static final int MOST_POINTS = 3;

    private final Patterns patterns;
    private final LearningSettingsStore settings;
    private final ClockPort clock;
    private final Map<ClientId, Known> known = new ConcurrentHashMap<>();

    private record Known(Preferences preferences, LearnedSequence sequence, Leads leads, Instant readAt) {}

    /**
     * What searches for leads stand on.
     *
     * @param who the pattern of leads, if it is valid and sure enough
     */
    public record Leads(Optional<LearnedPattern> who, LearningSettings settings) {}

    public PatternPreferences(Patterns patterns, LearningSettingsStore settings, ClockPort clock) {
        this.patterns = patterns;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Preferences of(ClientId client) {
        return known(client).preferences();
    }

    /** The same for new sequences. */
    public LearnedSequences sequences() {
        return client -> known(client).sequence();
    }

    /** The same for searches. */
    public Leads leads(ClientId client) {
        return known(client).leads();
    }

    private Known known(ClientId client) {
        Instant now = clock.now();
        Known last = known.get(client);
        if (last == null || !now.isBefore(last.readAt().plus(FRESH)) || now.isBefore(last.readAt())) {
            last = read(client, now);
            known.put(client, last);
        }
        return last;
    }

    private Known read(ClientId client, Instant now) {
        Map<PatternType, LearnedPattern> valid = patterns.newest(client).stream()
                .filter(pattern -> pattern.isValid(now) && pattern.confidence().compareTo(SURE) >= 0)
                .collect(Collectors.toMap(LearnedPattern::type, pattern -> pattern));
        LearningSettings set = settings.of(client);
        LearningSettings.Uses uses = set.uses();
        Optional<LearnedPattern> how = Optional.ofNullable(valid.get(PatternType.HOW));
        Optional<Node.Members> when = use(valid.get(PatternType.WHEN));
        Optional<LearnedPattern> channels = how.filter(_ -> uses.channels());
        return new Known(
                new Preferences(
                        channels.map(PatternPreferences::byTier).orElse(Map.of()),
                        channels.flatMap(pattern -> order(pattern, forUse(pattern), "first_channels")),
                        when.filter(_ -> uses.timing())
                                .map(PatternPreferences::sends)
                                .orElse(SendPreference.NONE),
                        use(valid.get(PatternType.WHAT))
                                .filter(_ -> uses.content())
                                .map(PatternPreferences::texts)
                                .orElse(Guidance.NONE),
                        set.explore().sends(),
                        set.explore().channels()),
                uses.sequences()
                        ? new LearnedSequence(
                                how.map(pattern -> firstChannels(forUse(pattern)))
                                        .orElse(List.of()),
                                when.map(PatternPreferences::gaps).orElse(Map.of()))
                        : LearnedSequence.NONE,
                new Leads(Optional.ofNullable(valid.get(PatternType.WHO)), set),
                now);
    }

    private static Optional<Node.Members> use(@org.jspecify.annotations.Nullable LearnedPattern pattern) {
        return Optional.ofNullable(pattern).map(PatternPreferences::forUse);
    }

    private static Node.Members forUse(LearnedPattern pattern) {
        return PatternNodes.members(pattern.document(), "for_use");
    }

    private static Map<Tier, LearnedChannelOrder> byTier(LearnedPattern pattern) {
        Node.Members tiers = PatternNodes.members(forUse(pattern), "tier_channels");
        Map<Tier, LearnedChannelOrder> orders = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            order(pattern, tiers, tier.wire()).ifPresent(order -> orders.put(tier, order));
        }
        return orders;
    }

    /** Everything in {@code for_use} has repeated, so an order made of it may act. */
    private static Optional<LearnedChannelOrder> order(LearnedPattern pattern, Node.Members of, String name) {
        Map<Channel, LearnedChannelOrder.Standing> standings = new HashMap<>();
        PatternNodes.entries(of, name)
                .forEach(entry -> word(Channel.class, entry, "channel")
                        .ifPresent(channel -> word(LearnedChannelOrder.Verdict.class, entry, "status")
                                .ifPresent(verdict -> standings.put(
                                        channel,
                                        new LearnedChannelOrder.Standing(
                                                verdict,
                                                entry.get("ci_low")
                                                        .flatMap(PatternNodes::number)
                                                        .orElse(BigDecimal.ZERO))))));
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(new LearnedChannelOrder(true, pattern.confidence(), standings));
    }

    private static <E extends Enum<E> & Vocabulary> Optional<E> word(Class<E> type, Node.Members of, String name) {
        return of.get(name).flatMap(PatternNodes::text).flatMap(text -> Vocabulary.parse(type, text));
    }

    private static SendPreference sends(Node.Members use) {
        return new SendPreference(
                days(PatternNodes.numbers(use, "learned_days")),
                days(PatternNodes.numbers(use, "avoided_days")),
                Set.copyOf(PatternNodes.numbers(use, "learned_hours")),
                Set.copyOf(PatternNodes.numbers(use, "avoided_hours")));
    }

    private static Set<DayOfWeek> days(List<Integer> indexes) {
        return indexes.stream().map(index -> DayOfWeek.of(index + 1)).collect(Collectors.toSet());
    }

    private static Guidance texts(Node.Members use) {
        return new Guidance(
                words(PainPoint.class, PatternNodes.texts(use, "effective_pain_points"), MOST_POINTS),
                words(PainPoint.class, PatternNodes.texts(use, "ineffective_pain_points"), Integer.MAX_VALUE),
                PatternNodes.texts(use, "effective_ctas").stream()
                        .limit(MOST_POINTS)
                        .collect(Collectors.toSet()),
                words(PersonalisationField.class, PatternNodes.texts(use, "personalization"), Integer.MAX_VALUE));
    }

    private static <E extends Enum<E> & Vocabulary> Set<E> words(Class<E> type, Collection<String> wires, int most) {
        return wires.stream()
                .limit(most)
                .flatMap(wire -> Vocabulary.parse(type, wire).stream())
                .collect(Collectors.toSet());
    }

    /** The winning sequence, or else the best first channel alone. */
    private static List<Channel> firstChannels(Node.Members use) {
        Optional<List<Channel>> winning = PatternNodes.texts(use, "winning_sequences").stream()
                .findFirst()
                .map(key -> List.of(key.split("→")).stream()
                        .flatMap(wire -> Vocabulary.parse(Channel.class, wire).stream())
                        .toList());
        return winning.orElseGet(() ->
                word(Channel.class, use, "best_first_channel").map(List::of).orElse(List.of()));
    }

    private static Map<Integer, Integer> gaps(Node.Members use) {
        Map<Integer, Integer> gaps = new HashMap<>();
        PatternNodes.members(use, "learned_gaps")
                .byName()
                .forEach((touch, days) -> PatternNodes.number(days)
                        .ifPresent(value -> gaps.put(Integer.valueOf(touch), value.intValue())));
        return gaps;
    }
}
