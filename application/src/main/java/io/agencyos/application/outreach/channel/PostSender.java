package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Prints and posts. A piece whose answer was lost is never sent again by itself: a person decides. Source: outreach 12. */
@SecondaryPort
public interface PostSender extends ChannelSender<PostCommand> {

    /** The field of a refusal that concerns the price. */
    String QUOTE = "quote";

    /** Where a piece is. */
    enum State implements Vocabulary {
        QUEUED,
        PRINTED,
        DISPATCHED,
        /** Estimated: nobody signs for it. */
        DELIVERED,
        /** The address becomes INVALID. */
        RETURNED,
        CANCELLED
    }

    /** What the piece costs in Australian cents; orders nothing. */
    Result<Long, VendorFailure> quote(PostCommand command);

    Result<State, VendorFailure> state(ClientId client, String vendorRef);

    /** Takes back a piece that is not printed; {@code Conflict} once it is. */
    Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef);
}
