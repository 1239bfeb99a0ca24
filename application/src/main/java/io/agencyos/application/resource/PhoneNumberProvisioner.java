package io.agencyos.application.resource;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a client's own account at a carrier has, and those that it could buy. A number costs money every month, so it is
 * never bought by guess: what may have been bought is looked for before anybody buys again. Source: vocabulary (ports),
 * clicksend 6.
 */
@SecondaryPort
public interface PhoneNumberProvisioner {

    /**
     * A number that is for sale.
     *
     * @param monthly what it costs in a month, in Australian dollars
     * @param setUp what it costs once
     */
    record Offer(PhoneNumber number, BigDecimal monthly, BigDecimal setUp) {}

    /**
     * Who will use a number, as the carrier must know by law.
     *
     * @param state of the address
     * @param contactNumber where the contact can be called
     */
    record Registration(
            String business,
            String address,
            String suburb,
            String postcode,
            String state,
            String contact,
            PhoneNumber contactNumber) {

        private record Length(String field, String value, int least, int most) {}

        /** The first field that the carrier would refuse for its length; empty where none. Source: clicksend 6. */
        public Optional<String> problem() {
            return List.of(
                            new Length("business", business, 2, 100),
                            new Length("address", address, 5, 150),
                            new Length("suburb", suburb, 2, 50),
                            new Length("postcode", postcode, 2, 20),
                            new Length("state", state, 2, 50),
                            new Length("contact", contact, 2, 100))
                    .stream()
                    .filter(one -> one.value().strip().length() < one.least()
                            || one.value().strip().length() > one.most())
                    .map(Length::field)
                    .findFirst();
        }
    }

    /**
     * A number that the account has now.
     *
     * @param monthly null where it was found there already, as nobody says what it costs
     */
    record Owned(PhoneNumber number, @Nullable BigDecimal monthly) {}

    Result<Set<PhoneNumber>, VendorFailure> owned(ClientId client);

    /** All mobile numbers for sale that hold these digits, such as {@code 4915}; any where it is empty. */
    Result<List<Offer>, VendorFailure> search(ClientId client, String digits);

    /**
     * Buys a number unless the account has it already. An ambiguous failure says that it may have been bought and could not be
     * looked for; asking again looks first.
     */
    Result<Owned, VendorFailure> buy(ClientId client, PhoneNumber number, Registration registration);
}
