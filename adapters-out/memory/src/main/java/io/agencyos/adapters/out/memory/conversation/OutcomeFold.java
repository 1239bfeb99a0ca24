package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes.Outcome;
import io.agencyos.application.conversation.TouchOutcomes;
import io.agencyos.application.conversation.TouchOutcomes.Fact;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.outreach.DeliveryStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One more fact about a touch; the same whatever the order. */
final class OutcomeFold {

    private DeliveryStatus delivery;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant bouncedAt;
    private @Nullable Instant complainedAt;
    private @Nullable Instant openedAt;
    private int opens;
    private @Nullable Instant clickedAt;
    private int clicks;
    private @Nullable Instant repliedAt;
    private @Nullable Intent intent;
    private boolean ledToBooking;

    private OutcomeFold(Outcome before) {
        delivery = before.delivery();
        deliveredAt = before.deliveredAt();
        bouncedAt = before.bouncedAt();
        complainedAt = before.complainedAt();
        openedAt = before.openedAt();
        opens = before.opens();
        clickedAt = before.clickedAt();
        clicks = before.clicks();
        repliedAt = before.repliedAt();
        intent = before.intent();
        ledToBooking = before.ledToBooking();
    }

    static Outcome of(Outcome before, Fact fact) {
        OutcomeFold fold = new OutcomeFold(before);
        fold.take(fact);
        return new Outcome(
                before.clientId(),
                before.touch(),
                fold.delivery,
                fold.deliveredAt,
                fold.bouncedAt,
                fold.complainedAt,
                fold.openedAt,
                fold.opens,
                fold.clickedAt,
                fold.clicks,
                fold.repliedAt,
                fold.intent,
                fold.ledToBooking);
    }

    private void take(Fact fact) {
        Instant at = fact.at();
        switch (fact) {
            case Fact.Delivered delivered -> {
                delivery = TouchOutcomes.stronger(delivery, DeliveryStatus.DELIVERED);
                deliveredAt = earlier(deliveredAt, at);
            }
            case Fact.Opened opened -> {
                openedAt = earlier(openedAt, at);
                opens++;
            }
            case Fact.Clicked clicked -> {
                clickedAt = earlier(clickedAt, at);
                openedAt = earlier(openedAt, at);
                clicks++;
            }
            case Fact.NotDelivered lost -> {
                delivery = TouchOutcomes.stronger(delivery, lost.status());
                if (lost.status() != DeliveryStatus.FAILED_LATE) {
                    bouncedAt = earlier(bouncedAt, at);
                }
            }
            case Fact.Complained complained -> complainedAt = earlier(complainedAt, at);
            case Fact.Replied replied -> {
                if (repliedAt == null || at.isBefore(repliedAt)) {
                    repliedAt = at;
                    intent = replied.intent();
                }
            }
            case Fact.Booked booked -> ledToBooking = true;
        }
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }
}
