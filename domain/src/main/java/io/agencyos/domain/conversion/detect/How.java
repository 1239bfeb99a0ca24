package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Share;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Over which channels leads convert: by the sequence that was planned, never by what was used, because who converts
 * early can only have used little. Source: conversion intelligence 9.
 */
public final class How {

    /** Flags, {@code channel:email}: whether the plan holds it. */
    public static final String CHANNEL = "channel";

    public static final String FIRST = "first_channel";
    /** First three planned channels, joined by {@link #THEN}. */
    public static final String SEQUENCE = "sequence";
    /** One dimension per tier, {@code tier_first:hot}: the first planned channel. */
    public static final String TIER_FIRST = "tier_first";
    /** Values {@link #MULTI} and {@link #SINGLE}. */
    public static final String CHANNELS = "multi_channel";

    public static final String MULTI = "multi";
    public static final String SINGLE = "single";
    /** Values {@code from→to}; the unit is a touch. */
    public static final String TRANSITION = "transition";
    /** Channel triples of leads still open at their third touch; shown, never used. */
    public static final String LANDMARK = "landmark";

    public static final String THEN = "→";

    private static final double WORTH_A_CHANNEL = 1.2;
    private static final int FIVE = 5;
    private static final int THREE = 3;

    private How() {}

    /** The pattern, or its default shape; {@code bookings} holds conversions per credited channel. */
    public static Result<Detected, BadCell> detect(
            Sample now, Optional<Sample> earlier, Priors priors, Map<String, Long> bookings) {
        return detect(now, earlier, priors, new Described(bookings, List.of(), Engagement.NONE, Conversations.NONE));
    }

    /**
     * What is told beside the comparisons.
     *
     * @param bookings conversions per credited channel
     * @param steered leads by what their channels were ordered by
     */
    public record Described(
            Map<String, Long> bookings, List<Steered> steered, Engagement engagement, Conversations conversations) {

        public Described {
            bookings = Map.copyOf(bookings);
            steered = List.copyOf(steered);
        }
    }

    /** The same, with what is described. */
    public static Result<Detected, BadCell> detect(
            Sample now, Optional<Sample> earlier, Priors priors, Described described) {
        Sample used =
                now.reachesTheMinimum() ? now : new Sample(now.units(), now.conversions(), now.windowDays(), List.of());
        return Judged.of(used, earlier, priors).map(judged -> {
            Node.Builder members = Node.members()
                    .with("coverage", judged.coverage())
                    .with("notes", judged.notes())
                    .with("findings", judged.findings("Leads"))
                    .with("channel_effectiveness", channels(judged))
                    .with("first_touch_effectiveness", judged.ranking(FIRST, "channel"))
                    .with(
                            "best_first_channel",
                            judged.best(FIRST).map(Entry::key).orElse(null))
                    .with("sequence_patterns", sequences(judged))
                    .with("tier_channel_effectiveness", tiers(judged))
                    .with("multi_channel_lift", multi(judged))
                    .with("booking_channel_distribution", distribution(described.bookings()))
                    .with("channel_transitions", transitions(judged))
                    .with("email_engagement_correlation", described.engagement().correlation())
                    .with(
                            "channel_conversation_quality",
                            described.conversations().quality())
                    .with("response_time_buckets", described.conversations().reactionTimes())
                    .with("steering", Steered.node(described.steered()))
                    .with("for_use", forUse(judged.forUse()));
            return Detected.of(PatternType.HOW, now, members, Detected.shortfall(now));
        });
    }

    private static Node channels(Judged judged) {
        return Node.items(judged.names(CHANNEL)
                .flatMap(name ->
                        judged.flag(name).stream().map(entry -> Map.entry(name.substring(CHANNEL.length() + 1), entry)))
                .sorted(Map.Entry.comparingByValue(Entry.BEST_FIRST))
                .map(each ->
                        each.getValue().numbers().with("channel", each.getKey()).done())
                .toList());
    }

    private static Node sequences(Judged judged) {
        return Node.members()
                .with("winning_sequences", winning(judged, SEQUENCE))
                .with("landmark_sequences", winning(judged, LANDMARK))
                .done();
    }

    private static Node winning(Judged judged, String dimension) {
        return Node.items(judged.positive(dimension).stream()
                .limit(FIVE)
                .map(entry -> entry.numbers()
                        .with("key", entry.key())
                        .with("sequence", Node.texts(List.of(entry.key().split(THEN))))
                        .done())
                .toList());
    }

    private static Node tiers(Judged judged) {
        Node.Builder tiers = Node.members();
        judged.names(TIER_FIRST)
                .forEach(name -> tiers.with(
                        name.substring(TIER_FIRST.length() + 1),
                        Node.items(judged.shown(name).stream()
                                .limit(THREE)
                                .map(entry -> entry.node("channel"))
                                .toList())));
        return tiers.done();
    }

    private static Node multi(Judged judged) {
        Optional<Entry> several = judged.entry(CHANNELS, MULTI);
        Optional<Entry> one = judged.entry(CHANNELS, SINGLE);
        return Node.members()
                .with("single_channel_rate", one.map(Entry::rate).orElseGet(Node.Nothing::new))
                .with("multi_channel_rate", several.map(Entry::rate).orElseGet(Node.Nothing::new))
                .with(
                        "multi_channel_lift",
                        several.filter(entry -> entry.estimate().hasContrast())
                                .map(entry -> Node.figure(entry.lift()))
                                .orElseGet(Node.Nothing::new))
                .with("recommendation", several.filter(Entry::isNegative).isPresent() ? SINGLE : MULTI)
                .with(
                        "evidence",
                        several.filter(How::decides)
                                .map(entry -> entry.status().wire())
                                .orElse("none"))
                .done();
    }

    private static boolean decides(Entry several) {
        return several.isNegative() || (several.isPositive() && several.effect() >= WORTH_A_CHANNEL);
    }

    private static Node distribution(Map<String, Long> bookings) {
        long all = bookings.values().stream().mapToLong(Long::longValue).sum();
        Node.Builder shares = Node.members();
        new TreeMap<>(bookings).forEach((channel, booked) -> {
            Share share = Share.of(booked, all);
            shares.with(
                    channel,
                    Node.members()
                            .with("converted", booked)
                            .with("share", Node.rounded(share.value(), 4))
                            .with("ci_low", Node.rounded(share.low(), 4))
                            .with("ci_high", Node.rounded(share.high(), 4))
                            .done());
        });
        return shares.done();
    }

    private static Node transitions(Judged judged) {
        Map<String, Node.Builder> from = new TreeMap<>();
        judged.shown(TRANSITION).forEach(entry -> {
            String[] pair = entry.key().split(THEN);
            from.computeIfAbsent(pair[0], _ -> Node.members())
                    .with(
                            pair[1],
                            Node.members()
                                    .with("rate", entry.rate())
                                    .with("sample", entry.estimate().n())
                                    .with("status", entry.status().wire())
                                    .done());
        });
        Node.Builder members = Node.members();
        from.forEach((channel, to) -> members.with(channel, to.done()));
        return members.done();
    }

    private static Node forUse(Judged judged) {
        Node.Builder tiers = Node.members();
        judged.names(TIER_FIRST)
                .forEach(name -> tiers.with(name.substring(TIER_FIRST.length() + 1), standings(judged, name)));
        return Node.members()
                .with("segments", judged.segments((dimension, _) -> !dimension.equals(LANDMARK)))
                .with("best_first_channel", judged.best(FIRST).map(Entry::key).orElse(null))
                .with("first_channels", standings(judged, FIRST))
                .with("tier_channels", tiers.done())
                .with("winning_sequences", judged.positiveKeys(SEQUENCE))
                .with("multi_channel", multiForUse(judged))
                .done();
    }

    private static String multiForUse(Judged judged) {
        return judged.entry(CHANNELS, MULTI).filter(Entry::isNegative).isPresent() ? SINGLE : MULTI;
    }

    /** What may reorder channels: the good and the bad ones with their lower limits. */
    private static Node standings(Judged judged, String dimension) {
        return Node.items(judged.shown(dimension).stream()
                .filter(entry -> entry.isPositive() || entry.isNegative())
                .map(entry -> Node.members()
                        .with("channel", entry.key())
                        .with("status", entry.status().wire())
                        .with("ci_low", Node.rounded(entry.estimate().interval().low(), 4))
                        .done())
                .toList());
    }
}
