package io.agencyos.application.outreach.sandbox;

import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The vendors of twins as their owners would find them: what a person does once on a vendor's pages, done in the sandbox.
 * Everything may be done again. Never called inside a unit of work. Source: api 4.1.
 */
@SecondaryPort
public interface TwinVendors {

    /**
     * How a twin stands at its vendors.
     *
     * @param accounts what each of them is connected with
     * @param mail the vendor whose mailboxes it has
     * @param lines the vendor whose numbers text, and the one whose numbers call
     * @param fresh whether nothing was there: what the twin has is to be brought there once more
     */
    record Standing(List<ConnectVendor.Request> accounts, String mail, Map<Channel, String> lines, boolean fresh) {

        public Standing {
            accounts = List.copyOf(accounts);
            lines = Map.copyOf(lines);
        }
    }

    /** Whether there is a sandbox for the twin now. */
    boolean serve(ClientId twin);

    /** Opens the twin's accounts where it has none. Empty where no sandbox answers. */
    Optional<Standing> settle(Client twin);

    /** From now on the twin has this mailbox at its mail vendor, ready to send. */
    void bringMailbox(ClientId twin, EmailAddress address);

    /** From now on the number is the twin's at the vendor of such lines. */
    void bringNumber(ClientId twin, Channel line, PhoneNumber number);

    /** Somebody opens the page on which a vendor wants the owner of an account, and signs in there. */
    void signIn(ClientId twin, URI page);

    /** Takes away all that the sandbox remembers of the twin; false where it does not answer. */
    boolean forget(ClientId twin);
}
