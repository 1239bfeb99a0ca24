package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What the send protocol asks of every channel, in the shape that {@link EmailSender} has for e-mail: one hand-over, a
 * look-up for lost answers, and what may be promised about both. Never retries a write by itself; never called inside a
 * transaction. Source: outreach 4.5, 16; vendor catalogue 4.
 *
 * @param <C> what the channel hands over
 */
@SecondaryPort
public interface ChannelSender<C extends ChannelCommand> {

    /** Hands it over, at most once per call. */
    SendOutcome send(C command);

    /** Whether this was accepted by a call made since {@code since}. */
    LookupOutcome lookup(C command, Instant since);

    /** What holds for this contact: kinds of one channel may differ. */
    SendSemantics semanticsOf(C command);

    /** Proves credential and reachability at no cost, without contacting anybody. */
    Result<Boolean, VendorFailure> checkConnection(ClientId client);
}
