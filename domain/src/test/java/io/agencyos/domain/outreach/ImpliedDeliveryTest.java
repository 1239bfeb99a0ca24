package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImpliedDeliveryTest {

    private static final Instant SENT = Instant.parse("2026-03-02T22:30:00Z");

    private static boolean arrived(DeliveryStatus status, TouchKind kind, Duration since) {
        return ImpliedDelivery.arrived(status, kind, SENT, SENT.plus(since));
    }

    @Test // outreach 8.7, conversion intelligence 2
    void silence_is_a_delivery_after_a_day_and_not_a_second_sooner() {
        Duration day = Duration.ofHours(24);
        assertThat(arrived(DeliveryStatus.ACCEPTED, TouchKind.EMAIL, day)).isTrue();
        assertThat(arrived(DeliveryStatus.ACCEPTED, TouchKind.EMAIL, day.minusSeconds(1)))
                .isFalse();
        assertThat(arrived(DeliveryStatus.DELIVERED, TouchKind.EMAIL, Duration.ZERO))
                .isTrue();
        assertThat(arrived(DeliveryStatus.BOUNCED, TouchKind.EMAIL, day)).isFalse();
    }

    @Test // clicksend 4.4: no receipt stays accepted; direct mail has states of its own
    void what_has_receipts_is_not_delivered_by_silence() {
        Duration month = Duration.ofDays(30);
        assertThat(arrived(DeliveryStatus.ACCEPTED, TouchKind.SMS, month)).isFalse();
        assertThat(arrived(DeliveryStatus.ACCEPTED, TouchKind.LETTER, month)).isFalse();
        assertThat(arrived(DeliveryStatus.DELIVERED, TouchKind.SMS, Duration.ZERO))
                .isTrue();
        assertThat(arrived(DeliveryStatus.ACCEPTED, TouchKind.LI_MESSAGE, month))
                .isTrue();
    }

    @Test // clicksend 4.4: no receipt after 72 h stays accepted, marked receipt_missing
    void a_text_is_marked_when_its_receipt_is_three_days_late() {
        Duration late = Duration.ofHours(72);
        assertThat(missing(DeliveryStatus.ACCEPTED, TouchKind.SMS, late)).isTrue();
        assertThat(missing(DeliveryStatus.ACCEPTED, TouchKind.SMS, late.minusSeconds(1)))
                .isFalse();
        assertThat(missing(DeliveryStatus.UNDELIVERED, TouchKind.SMS, late)).isFalse();
        assertThat(missing(DeliveryStatus.ACCEPTED, TouchKind.EMAIL, late)).isFalse();
    }

    private static boolean missing(DeliveryStatus status, TouchKind kind, Duration since) {
        return ImpliedDelivery.receiptMissing(status, kind, SENT, SENT.plus(since));
    }
}
