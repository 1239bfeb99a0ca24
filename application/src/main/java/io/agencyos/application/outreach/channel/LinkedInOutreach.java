package io.agencyos.application.outreach.channel;

import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Acts of a client's seats. At most one act of a seat is in flight at any time; a seat that is not the client's is
 * refused without a call. Source: outreach 11.
 */
@SecondaryPort
public interface LinkedInOutreach extends ChannelSender<LinkedInCommand> {

    /** The vendor's code of a {@code Conflict}: the two are connected already. */
    String ALREADY_CONNECTED = "ALREADY_CONNECTED";

    /** The vendor's code of a {@code Conflict}: an invitation waits there already. */
    String ALREADY_INVITED = "ALREADY_INVITED";

    /** The vendor's code of an {@code Invalid}: a message to somebody who is not connected. */
    String NOT_CONNECTED = "NOT_CONNECTED";

    /** The vendor's code of a {@code RateLimited}: this person takes no invitation for 21 days. */
    String CANNOT_RESEND_YET = "cannot_resend_yet";

    /**
     * What a seat can carry.
     *
     * @param noteLimit the longest note of an invitation, in characters
     * @param notesPerMonth how many invitations may have one, empty for as many as are sent
     */
    record Capabilities(int noteLimit, Optional<Integer> notesPerMonth) {}

    /**
     * A person as the seat sees them.
     *
     * @param personRef the vendor's lasting id
     * @param connected whether the two are connected
     * @param invited whether an invitation of the seat waits there
     */
    record Profile(String personRef, boolean connected, boolean invited) {}

    /** An invitation of the seat that is neither taken, declined nor withdrawn. */
    record Invitation(
            String ref, String personRef, @Nullable Instant sentAt) {}

    /** A connection of the seat. */
    record Relation(String personRef, @Nullable String slug, Instant since) {}

    Result<Capabilities, VendorFailure> capabilities(ClientId client, String seat);

    /** Looks the person up without leaving a trace; what was seen within 24 hours counts. */
    Result<Profile, VendorFailure> resolve(ClientId client, String seat, LinkedInUrl profile);

    Result<List<Invitation>, VendorFailure> pendingInvitations(ClientId client, String seat);

    /** True also when it is gone already. */
    Result<Boolean, VendorFailure> withdraw(ClientId client, String seat, String invitation);

    /** Connections made since, newest first, each once. What is missing here proves nothing. */
    Result<List<Relation>, VendorFailure> relations(ClientId client, String seat, Instant since);

    /**
     * InMails that a seat may still send, for each product that its owner pays LinkedIn for; empty where there is none of it.
     * Shown to people; none is ever sent.
     */
    record InMailBalance(Optional<Integer> premium, Optional<Integer> recruiter, Optional<Integer> salesNavigator) {}

    Result<InMailBalance, VendorFailure> inMailBalance(ClientId client, String seat);

    /** What a failure says about the seat rather than about the act. */
    Optional<SeatSignal> signal(VendorFailure failure);
}
