package io.agencyos.application.resource;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Names in the place of a sender's number, which Australian law wants registered: since July 2026 an unregistered one is shown as
 * unverified. Nobody can answer to a name, so that no sequence ever sends from one; notices to a client's own people may. Source:
 * clicksend 1, 6, outreach 9.1.
 */
@SecondaryPort
public interface AlphaTags {

    /**
     * A name of the account.
     *
     * @param status the vendor's word for how far its registration is
     * @param usable whether notices may leave under it: only once it is registered
     */
    record Tag(String id, String name, String status, boolean usable) {}

    /** Whose name it is, by its number in the Australian business register. */
    record Business(
            String name,
            String abn,
            URI website,
            PhoneNumber phone,
            String street,
            String city,
            String state,
            String postcode) {

        private static final Pattern ABN = Pattern.compile("\\d{11}");

        private Optional<String> problem() {
            if (!ABN.matcher(abn).matches()) {
                return Optional.of("abn");
            }
            return name.isBlank() ? Optional.of("business") : Optional.empty();
        }
    }

    /** Who answers for it. */
    record Representative(String firstName, String lastName, EmailAddress email, String title) {}

    /**
     * A wish to have a name registered.
     *
     * @param name 3 to 11 letters or digits
     * @param reason what it is used for, in a sentence
     * @param sendsFor the client in whose name an agency sends; null where the business sends for itself
     */
    record Wish(
            String name,
            String reason,
            Business business,
            Representative representative,
            @Nullable Business sendsFor) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{3,11}");

        /** The first field that cannot be right; empty where none. */
        public Optional<String> problem() {
            if (!NAME.matcher(name).matches()) {
                return Optional.of("name");
            }
            if (reason.isBlank()) {
                return Optional.of("reason");
            }
            return business.problem().or(() -> sendsFor == null ? Optional.empty() : sendsFor.problem());
        }
    }

    Result<List<Tag>, VendorFailure> tags(ClientId client);

    /** Asks for it unless the account has it already, whatever became of that. */
    Result<Tag, VendorFailure> request(ClientId client, Wish wish);
}
