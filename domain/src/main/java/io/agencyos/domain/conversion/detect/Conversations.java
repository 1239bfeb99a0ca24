package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How conversations go, by channel and by how fast we react: described only, as our delays were not drawn by lot. A
 * conversation is a thread in which the lead wrote. Source: conversion intelligence 9.1, 18.
 */
public record Conversations(List<OnChannel> channels, List<Reaction> reactions) {

    /**
     * The conversations of a channel.
     *
     * @param answered how often the lead answered a message of ours, {@code answerMinutes} taking so long together
     * @param converted threads that came to a meeting or a deal
     * @param sentiments how many replies were read as each
     */
    public record OnChannel(
            String channel,
            long threads,
            long messages,
            long leadMessages,
            long answered,
            long answerMinutes,
            long converted,
            Map<String, Long> sentiments) {

        public OnChannel {
            sentiments = Map.copyOf(sentiments);
        }
    }

    /** Conversations by how long the lead's first message waited for ours. */
    public record Reaction(Wait bucket, long threads, long converted) {}

    /** How long. */
    public enum Wait implements Vocabulary {
        UNDER_5_MINUTES(5),
        UNDER_30_MINUTES(30),
        UNDER_1_HOUR(60),
        UNDER_4_HOURS(240),
        UNDER_24_HOURS(1_440),
        LONGER(Long.MAX_VALUE);

        private final long below;

        Wait(long below) {
            this.below = below;
        }

        /** Below so many minutes, and not of a shorter one. */
        public long below() {
            return below;
        }

        /** Of so many whole minutes. */
        public static Wait of(long minutes) {
            for (Wait wait : values()) {
                if (minutes < wait.below) {
                    return wait;
                }
            }
            return LONGER;
        }
    }

    /** Nobody wrote. */
    public static final Conversations NONE = new Conversations(List.of(), List.of());

    public Conversations {
        channels = List.copyOf(channels);
        reactions = List.copyOf(reactions);
    }

    /** The member {@code channel_conversation_quality} of HOW. */
    Node quality() {
        Node.Builder members = Node.members();
        channels.stream()
                .filter(each -> each.threads() > 0)
                .sorted(Comparator.comparing(OnChannel::channel))
                .forEach(each -> members.with(
                        each.channel(),
                        Node.members()
                                .with("thread_count", each.threads())
                                .with(
                                        "avg_messages_per_thread",
                                        Node.figure(Engagement.quotient(each.messages(), each.threads(), 1)))
                                .with(
                                        "avg_lead_messages",
                                        Node.figure(Engagement.quotient(each.leadMessages(), each.threads(), 1)))
                                .with(
                                        "avg_lead_response_minutes",
                                        each.answered() == 0
                                                ? new Node.Nothing()
                                                : Node.figure(
                                                        Engagement.quotient(each.answerMinutes(), each.answered(), 1)))
                                .with("conversion_rate", Engagement.rate(each.converted(), each.threads()))
                                .with("sentiment_distribution", sentiments(each))
                                .done()));
        return members.done();
    }

    private static Node sentiments(OnChannel channel) {
        long all = channel.sentiments().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return Node.items(channel.sentiments().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> Node.members()
                        .with("sentiment", each.getKey())
                        .with("count", each.getValue())
                        .with("share", Engagement.rate(each.getValue(), all))
                        .done())
                .toList());
    }

    /** The member {@code response_time_buckets} of HOW. */
    Node reactionTimes() {
        Map<Wait, Reaction> byWait = new EnumMap<>(Wait.class);
        reactions.forEach(each -> byWait.put(each.bucket(), each));
        return Node.items(byWait.values().stream()
                .filter(each -> each.threads() > 0)
                .map(each -> Node.members()
                        .with("bucket", each.bucket().wire())
                        .with("sample", each.threads())
                        .with("converted", each.converted())
                        .with("conversion_rate", Engagement.rate(each.converted(), each.threads()))
                        .with("causal", false)
                        .done())
                .toList());
    }
}
