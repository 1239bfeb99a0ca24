package io.agencyos.application.resource.lending;

import io.agencyos.application.resource.PhoneNumberProvisioner.Offer;
import io.agencyos.application.resource.PhoneNumberProvisioner.Registration;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Gives a client one number more to text from, in its own account at the carrier. One that stands there unused is taken before any is
 * bought; an order that broke off is looked for before anything is ordered again. Source: outreach 10.8.
 */
@PrimaryPort
public interface ProvisionNumber {

    /**
     * What is wanted.
     *
     * @param digits which the number shall hold; empty for any
     * @param user who will use it, as the carrier must know by law; null where that is not at hand, and nothing is bought then
     */
    record Order(ClientId client, String digits, @Nullable Registration user) {}

    /** What came of it. */
    sealed interface Outcome {

        /**
         * The client has it and its warm-up runs.
         *
         * @param monthly in Australian dollars; null where it stood in the account already
         */
        record Provided(LentResource number, @Nullable BigDecimal monthly) implements Outcome {}

        record NoSuchClient() implements Outcome {}

        /** The client has connected no carrier. */
        record NoCarrier() implements Outcome {}

        /**
         * Code {@code regulatory_bundle_missing}; nothing was bought.
         *
         * @param field what is missing or of the wrong length
         */
        record BundleMissing(String field) implements Outcome {}

        /** No number for sale is like that. */
        record NothingForSale() implements Outcome {}

        /** Somebody is buying this one for the client right now. */
        record Busy(PhoneNumber number) implements Outcome {}

        /** The carrier did not do it; an order that may go on stays on record, with an alert. */
        record Failed(VendorFailure failure) implements Outcome {}
    }

    /** What is for sale in the client's account, the cheapest first; empty where it has no carrier. */
    Result<List<Offer>, VendorFailure> offers(ClientId client, String digits);

    Outcome provide(Actor by, Order order, Origin origin);
}
