package io.agencyos.application.client.billing;

import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * What became of an invoice, as the payments vendor reports it, perhaps more than once. A paid one makes the
 * subscription active and begins the period once, together with the hourly reset. Source: scoring PLAN-5, PLAN-6.
 */
@PrimaryPort
public interface RecordInvoice {

    /** An invoice's end. */
    sealed interface Invoice {

        /**
         * @param reference the vendor's own name of it, by which it is known again
         * @param amount what was paid
         * @param periodStart first day that it pays for, by the billing calendar
         */
        record Paid(String reference, Money amount, LocalDate periodStart) implements Invoice {}

        /**
         * The payment failed; the client keeps data and resources.
         *
         * @param reference the vendor's own name of it
         * @param amount what was to be paid
         */
        record Failed(String reference, Money amount) implements Invoice {}
    }

    /** What came of it. */
    sealed interface Outcome {

        /** @param reset the period that began with it, if one did */
        record Recorded(ResetCredits.Outcome.Reset reset) implements Outcome {}

        /** The status is as it says, no period began. */
        record Noted() implements Outcome {}

        /** There is no such client, or its subscription is over. */
        record NotFound() implements Outcome {}
    }

    Outcome record(ClientId client, Invoice invoice);
}
