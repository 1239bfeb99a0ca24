package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A range of message lengths that is compared with the others of its channel: words, of a text message characters.
 * Source: conversion intelligence 7.
 *
 * @param most the longest of it, 0 for the open one
 */
public record LengthBin(String channel, int least, int most) {

    /** The channels whose messages have bins. */
    public static final List<String> CHANNELS = List.of("email", "linkedin", "sms");

    private static final Map<String, List<Integer>> ENDS = Map.of(
            "email", List.of(25, 50, 75, 100, 125, 175),
            "linkedin", List.of(20, 40, 60, 90),
            "sms", List.of(80, 120, 160));

    /** The bin of a message this long; empty for a channel without bins and for an empty message. */
    public static Optional<LengthBin> of(String channel, int length) {
        return bins(channel).stream()
                .filter(bin -> bin.least <= length && (bin.most == 0 || length <= bin.most))
                .findFirst();
    }

    static Optional<LengthBin> of(String channel, String key) {
        return bins(channel).stream().filter(bin -> bin.key().equals(key)).findFirst();
    }

    /** The key in patterns. */
    public String key() {
        return most == 0 ? least + "+" : least + "-" + most;
    }

    /** The midpoint rounded half up; of the open bin its lower limit. */
    int optimal() {
        return most == 0 ? least : (least + most + 1) / 2;
    }

    Node learned() {
        return node(channel, optimal(), least, most, "learned");
    }

    /** Published figures exist for e-mail only. */
    static Node benchmark(String channel) {
        return channel.equals("email")
                ? node(channel, 88, 50, 125, "benchmark")
                : Node.members().with("source", "none").done();
    }

    private static Node node(String channel, int optimal, int least, int most, String source) {
        return Node.members()
                .with(channel.equals("sms") ? "optimal_chars" : "optimal_words", optimal)
                .with("range_min", least)
                .with("range_max", most == 0 ? new Node.Nothing() : Node.whole(most))
                .with("source", source)
                .done();
    }

    /** The bins of a channel, the shortest first; none for a channel without. */
    public static List<LengthBin> bins(String channel) {
        List<Integer> ends = ENDS.getOrDefault(channel, List.of());
        List<LengthBin> bins = new ArrayList<>();
        int least = 1;
        for (int most : ends) {
            bins.add(new LengthBin(channel, least, most));
            least = most + 1;
        }
        if (!ends.isEmpty()) {
            bins.add(new LengthBin(channel, least, 0));
        }
        return bins;
    }
}
