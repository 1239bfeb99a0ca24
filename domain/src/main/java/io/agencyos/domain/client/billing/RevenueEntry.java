package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the platform's ledger of money: what a client pays a month from then on, or what became of an invoice. Nobody
 * changes one afterwards. Source: api 9.17 revenue and transactions.
 *
 * @param client null once the client was removed; the figures stay
 * @param monthly what the client pays a month after this, at the price agreed
 * @param change of {@code monthly} by this; nothing for invoices
 * @param amount that an invoice was about, else null
 * @param reference the payments vendor's own name of the invoice, else null
 */
public record RevenueEntry(
        UUID id,
        @Nullable ClientId client,
        Instant at,
        Kind kind,
        Plan plan,
        Money monthly,
        Money change,
        @Nullable Money amount,
        @Nullable String reference) {

    /** What happened. */
    public enum Kind implements Vocabulary {
        /** What was booked when the ledger began; earlier than that nothing is known. */
        OPENING,
        /** A client pays that did not pay before. */
        STARTED,
        /** A client pays more a month. */
        RAISED,
        /** A client pays less a month. */
        LOWERED,
        /** A payment is late: nothing is counted until it comes. */
        PAST_DUE,
        /** The subscription rests. */
        PAUSED,
        /** The subscription is over. */
        CANCELLED,
        /** An invoice was paid. */
        INVOICE_PAID,
        /** An invoice could not be collected. */
        INVOICE_FAILED
    }

    /** The line that this change of a subscription is worth; none where the client pays as much as before. */
    public static Optional<RevenueEntry> of(UUID id, Subscription before, Subscription after, Instant at) {
        Money change = after.monthly().minus(before.monthly());
        return change.cents() == 0
                ? Optional.empty()
                : Optional.of(new RevenueEntry(
                        id,
                        after.clientId(),
                        at,
                        kind(before, after),
                        after.plan(),
                        after.monthly(),
                        change,
                        null,
                        null));
    }

    /** An invoice of this subscription; what the client pays a month is told by another line. */
    public static RevenueEntry invoice(
            UUID id, Subscription subscription, boolean paid, Money amount, String reference, Instant at) {
        return new RevenueEntry(
                id,
                subscription.clientId(),
                at,
                paid ? Kind.INVOICE_PAID : Kind.INVOICE_FAILED,
                subscription.plan(),
                subscription.monthly(),
                Money.ZERO,
                amount,
                reference);
    }

    private static Kind kind(Subscription before, Subscription after) {
        if (after.monthly().cents() == 0) {
            return switch (after.status()) {
                case PAST_DUE -> Kind.PAST_DUE;
                case PAUSED -> Kind.PAUSED;
                case CANCELLED, TRIALING, ACTIVE -> Kind.CANCELLED;
            };
        }
        if (before.monthly().cents() == 0) {
            return Kind.STARTED;
        }
        return after.monthly().compareTo(before.monthly()) > 0 ? Kind.RAISED : Kind.LOWERED;
    }
}
