package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import org.jspecify.annotations.Nullable;

/**
 * One act of a seat towards one person: a look at the profile, an invitation or a message.
 *
 * @param personRef the vendor's lasting id of the person, null while it is not known
 * @param text the note of an invitation, empty for none; the words of a message; empty for a look
 * @param thread the vendor's reference of the conversation that is continued, null for the first message
 */
public record LinkedInCommand(
        ClientId clientId,
        TouchId touchId,
        String idempotencyKey,
        TouchKind kind,
        Seat seat,
        LinkedInUrl profile,
        @Nullable String personRef,
        String text,
        @Nullable String thread)
        implements ChannelCommand {

    /** The seat that acts, and what the vendor calls it. */
    public record Seat(SeatId id, String vendorRef) {}

    public LinkedInCommand {
        if (kind.channel() != Channel.LINKEDIN) {
            throw new IllegalArgumentException(kind + " is no act on LinkedIn");
        }
    }

    /** Shows no person and no text: commands end up in logs. */
    @Override
    public String toString() {
        return "LinkedInCommand[" + kind + ", " + touchId + ", " + idempotencyKey + "]";
    }
}
