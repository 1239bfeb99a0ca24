package io.agencyos.domain.client;

import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a client is served, 0 to 100, as the sum of its parts. Source: api 9.17.
 *
 * @param base 20 for everybody
 * @param campaign 20 with an active campaign
 * @param recency 30, 15 or 0 by the age of the last send
 * @param bounces 15, 0 or -15 by the share of e-mails that bounced within 30 days
 * @param subscription 15, 0 or -30 by its status
 */
public record ClientHealth(int base, int campaign, int recency, int bounces, int subscription) {

    private static final int BASE = 20;
    private static final int CAMPAIGN = 20;
    private static final int SENT_TODAY = 30;
    private static final int SENT_YESTERDAY = 15;
    private static final int BOUNCES = 15;
    private static final int GOOD_PERCENT = 2;
    private static final int BEARABLE_PERCENT = 5;
    private static final int SUBSCRIBED = 15;
    private static final int PAST_DUE = -30;
    private static final int MOST = 100;
    private static final int HEALTHY = 70;
    private static final int AT_RISK = 40;
    private static final Duration DAY = Duration.ofHours(24);

    /** The word for a number. */
    public enum Level implements Vocabulary {
        /** 70 and more. */
        HEALTHY,
        /** 40 to 69. */
        AT_RISK,
        /** Less than 40. */
        CRITICAL
    }

    /**
     * What is looked at.
     *
     * @param sends e-mails of the last 30 days
     * @param bounced those of them that bounced
     * @param status null where there is no subscription
     */
    public record Facts(
            int activeCampaigns,
            @Nullable Instant lastSend,
            long sends,
            long bounced,
            @Nullable SubscriptionStatus status) {}

    public static ClientHealth of(Facts facts, Instant now) {
        return new ClientHealth(
                BASE,
                facts.activeCampaigns() > 0 ? CAMPAIGN : 0,
                recency(facts.lastSend(), now),
                bounces(facts.sends(), facts.bounced()),
                subscription(facts.status()));
    }

    private static int recency(@Nullable Instant lastSend, Instant now) {
        if (lastSend == null || lastSend.isBefore(now.minus(DAY.multipliedBy(2)))) {
            return 0;
        }
        return lastSend.isBefore(now.minus(DAY)) ? SENT_YESTERDAY : SENT_TODAY;
    }

    private static int bounces(long sends, long bounced) {
        if (bounced * MOST <= sends * GOOD_PERCENT || sends == 0) {
            return BOUNCES;
        }
        return bounced * MOST <= sends * BEARABLE_PERCENT ? 0 : -BOUNCES;
    }

    private static int subscription(@Nullable SubscriptionStatus status) {
        return switch (status) {
            case TRIALING, ACTIVE -> SUBSCRIBED;
            case PAST_DUE -> PAST_DUE;
            case CANCELLED, PAUSED -> 0;
            case null -> 0;
        };
    }

    /** The sum of the parts, between 0 and 100. */
    public int score() {
        return Math.clamp((long) base + campaign + recency + bounces + subscription, 0, MOST);
    }

    public Level level() {
        int score = score();
        if (score >= HEALTHY) {
            return Level.HEALTHY;
        }
        return score >= AT_RISK ? Level.AT_RISK : Level.CRITICAL;
    }
}
