package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Sends one e-mail through one vendor and can tell afterwards whether it left. Never retries a write by itself; never
 * called inside a transaction. Source: outreach 4.5, 16; vendor catalogue 4.
 */
@SecondaryPort
public interface EmailSender {

    /** Hands the e-mail over, at most once per call; total time at most 30 seconds. */
    SendOutcome send(EmailCommand command);

    /** Whether the e-mail of this command was accepted by a call made since {@code since}. */
    LookupOutcome lookup(EmailCommand command, Instant since);

    SendSemantics semantics();

    /** What holds for this e-mail; differs from {@link #semantics()} where an answer in a thread goes another way. */
    default SendSemantics semanticsOf(EmailCommand command) {
        return semantics();
    }

    EmailCapabilities capabilities();

    /**
     * What the adapter wants remembered with a touch from its first dispatch on, such as which of several carriers it
     * will use; asked once, inside T4, so it must not call the vendor.
     *
     * @param earlierDispatches touches of the same recipient from the same mailbox that ever reached dispatching
     * @return opaque text, empty for adapters without such a choice
     */
    String slotFor(int earlierDispatches);

    /** Tells the vendor never to write to these; repeating is harmless. */
    Result<Boolean, VendorFailure> suppress(ClientId client, Collection<EmailAddress> addresses);

    Result<Boolean, VendorFailure> unsuppress(ClientId client, Collection<EmailAddress> addresses);

    /** Proves credential and reachability at no cost, without sending anything. */
    Result<Boolean, VendorFailure> checkConnection(ClientId client);

    /** Whether an accepted e-mail that has not left could be kept from leaving. Source: outreach 4.3 T7. */
    enum Recall {
        /** Nothing of ours to this address waits at the vendor. */
        NOTHING_UNSENT,
        /** Asked for; call again until it is settled. */
        PENDING,
        /** It will not leave. */
        STOPPED,
        /** It had left already. */
        TOO_LATE
    }

    /**
     * Keeps accepted but unsent e-mail to this address from leaving, after a stop that is no opt-out. Repeating is
     * harmless. Senders that hand over at once have nothing to recall.
     */
    default Result<Recall, VendorFailure> recall(ClientId client, EmailAddress address) {
        return Result.ok(Recall.NOTHING_UNSENT);
    }
}
