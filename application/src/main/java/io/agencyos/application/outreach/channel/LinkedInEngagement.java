package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What a seat says to somebody's post, for everybody to see. No touch does this by itself: a person decides each time. A call is made
 * once whatever comes of it, and in the seat's turn. Source: vocabulary (ports), unipile 3 U11.
 */
@SecondaryPort
public interface LinkedInEngagement {

    /** The longest comment that LinkedIn takes, in characters. */
    int LONGEST_COMMENT = 1_250;

    /** LinkedIn's ways to react. */
    enum Reaction implements Vocabulary {
        LIKE,
        CELEBRATE,
        SUPPORT,
        LOVE,
        INSIGHTFUL,
        FUNNY
    }

    /**
     * True when it stands there now, also when it stood there before.
     *
     * @param post the network's id of it
     */
    Result<Boolean, VendorFailure> react(ClientId client, String seat, String post, Reaction reaction);

    /** @param text not blank, at most {@link #LONGEST_COMMENT} characters */
    Result<Boolean, VendorFailure> comment(ClientId client, String seat, String post, String text);
}
