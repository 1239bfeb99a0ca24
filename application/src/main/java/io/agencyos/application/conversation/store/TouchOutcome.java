package io.agencyos.application.conversation.store;

import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.outreach.DeliveryStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sent touch: the fold of its facts, the same in whatever order they come. Instants are the earliest of
 * their kind; the first reply gives the intent. Source: api 10.1 order, outreach 8.7.
 *
 * @param implied delivered by silence alone: whatever is told of the delivery takes its place
 * @param deliveredAt null as well where the delivery is implied, as nobody told of it
 * @param bouncedAt when it came back, whether for good or for now
 * @param opens openings of people; machines are no facts here
 */
public record TouchOutcome(
        DeliveryStatus delivery,
        boolean implied,
        @Nullable Instant deliveredAt,
        @Nullable Instant bouncedAt,
        @Nullable Instant complainedAt,
        @Nullable Instant openedAt,
        int opens,
        @Nullable Instant clickedAt,
        int clicks,
        @Nullable Instant repliedAt,
        @Nullable Intent intent) {

    /** Accepted by the vendor, and nothing heard since. */
    public static final TouchOutcome NONE =
            new TouchOutcome(DeliveryStatus.ACCEPTED, false, null, null, null, null, 0, null, 0, null, null);

    /** One more fact. */
    public TouchOutcome and(Fact fact) {
        Instant at = fact.at();
        return switch (fact) {
            case Fact.Delivered delivered -> delivery(DeliveryStatus.DELIVERED, earlier(deliveredAt, at), bouncedAt);
            case Fact.NotDelivered lost ->
                delivery(
                        lost.status(),
                        deliveredAt,
                        lost.status() == DeliveryStatus.FAILED_LATE ? bouncedAt : earlier(bouncedAt, at));
            case Fact.Opened opened -> looked(earlier(openedAt, at), opens + 1, clickedAt, clicks);
            // who clicks has opened; the count of openings is not raised
            case Fact.Clicked clicked -> looked(earlier(openedAt, at), opens, earlier(clickedAt, at), clicks + 1);
            case Fact.Complained complained -> answered(earlier(complainedAt, at), repliedAt, intent);
            case Fact.Replied replied ->
                repliedAt == null || at.isBefore(repliedAt) ? answered(complainedAt, at, replied.intent()) : this;
        };
    }

    /** Nothing was told of the delivery for long enough. */
    public TouchOutcome bySilence() {
        return delivery != DeliveryStatus.ACCEPTED
                ? this
                : new TouchOutcome(
                        DeliveryStatus.DELIVERED,
                        true,
                        deliveredAt,
                        bouncedAt,
                        complainedAt,
                        openedAt,
                        opens,
                        clickedAt,
                        clicks,
                        repliedAt,
                        intent);
    }

    private TouchOutcome delivery(DeliveryStatus status, @Nullable Instant delivered, @Nullable Instant bounced) {
        return new TouchOutcome(
                TouchOutcomes.stronger(implied ? DeliveryStatus.ACCEPTED : delivery, status),
                false,
                delivered,
                bounced,
                complainedAt,
                openedAt,
                opens,
                clickedAt,
                clicks,
                repliedAt,
                intent);
    }

    private TouchOutcome looked(@Nullable Instant opened, int openings, @Nullable Instant clicked, int clickings) {
        return new TouchOutcome(
                delivery,
                implied,
                deliveredAt,
                bouncedAt,
                complainedAt,
                opened,
                openings,
                clicked,
                clickings,
                repliedAt,
                intent);
    }

    private TouchOutcome answered(@Nullable Instant complained, @Nullable Instant replied, @Nullable Intent meant) {
        return new TouchOutcome(
                delivery,
                implied,
                deliveredAt,
                bouncedAt,
                complained,
                openedAt,
                opens,
                clickedAt,
                clicks,
                replied,
                meant);
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }
}
