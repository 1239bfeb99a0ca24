package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Where no vendor tells of deliveries, a day of silence is one: what was accepted and did not come back counts as delivered.
 * Texts and post have receipts, so that without one they stay accepted. Source: outreach 8.7, conversion intelligence 2.
 */
public final class ImpliedDelivery {

    /** So long after it was sent nothing has come back. */
    public static final Duration AFTER = Duration.ofHours(24);

    /** Of these the carrier tells what became of them. */
    public static final Set<TouchKind> TOLD_OF = Set.of(TouchKind.SMS, TouchKind.LETTER, TouchKind.POSTCARD);

    /** So long after it was sent no receipt is expected any more. Source: clicksend 4.4. */
    public static final Duration NO_RECEIPT_AFTER = Duration.ofHours(72);

    private ImpliedDelivery() {}

    /** Whether a touch counts as delivered, told or by silence. */
    public static boolean arrived(DeliveryStatus status, TouchKind kind, Instant sentAt, Instant now) {
        return arrived(status, kind) && (status == DeliveryStatus.DELIVERED || !sentAt.isAfter(now.minus(AFTER)));
    }

    /** The same of a touch that was sent long ago. */
    public static boolean arrived(DeliveryStatus status, TouchKind kind) {
        return status == DeliveryStatus.DELIVERED || status == DeliveryStatus.ACCEPTED && !TOLD_OF.contains(kind);
    }

    /** Whether a text stays accepted for want of a receipt, which does not come any more. Source: clicksend 4.4. */
    public static boolean receiptMissing(DeliveryStatus status, TouchKind kind, Instant sentAt, Instant now) {
        return kind == TouchKind.SMS
                && status == DeliveryStatus.ACCEPTED
                && !sentAt.isAfter(now.minus(NO_RECEIPT_AFTER));
    }
}
