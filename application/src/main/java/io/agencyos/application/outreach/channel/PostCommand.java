package io.agencyos.application.outreach.channel;

import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.util.Optional;

/**
 * One piece of post, complete and approved by a person.
 *
 * @param confirmed whether somebody vouches for a postcode that is another state's
 * @param quotedCents what it was approved for; at send it may cost a tenth more
 */
public record PostCommand(
        ClientId clientId,
        TouchId touchId,
        String idempotencyKey,
        PostalAddress to,
        boolean confirmed,
        PostalAddress from,
        Piece piece,
        long quotedCents)
        implements ChannelCommand {

    /** What is printed. Source: outreach 12. */
    public sealed interface Piece {

        record Letter(Paper paper, boolean colour, boolean duplex, boolean priority) implements Piece {}

        record Postcard(URI front, URI back) implements Piece {}
    }

    /** Where the pages of a letter come from: one of the two, never both. */
    public sealed interface Paper {

        /** @param html a whole document, everything in it resolved and escaped */
        record Page(String html) implements Paper {}

        /** @param at A4, one to ten pages */
        record Pdf(URI at) implements Paper {}
    }

    /** What is wrong with the envelope, empty where it can be posted: {@code address_invalid}. */
    public Optional<PostalAddress.Problem> problem() {
        return to.problem(confirmed);
    }

    /** A price above this needs another approval: more than a tenth above the quote. */
    public boolean approvedFor(long cents) {
        return cents * 10 <= quotedCents * 11;
    }

    @Override
    public TouchKind kind() {
        return switch (piece) {
            case Piece.Letter letter -> TouchKind.LETTER;
            case Piece.Postcard postcard -> TouchKind.POSTCARD;
        };
    }

    /** Shows no address: commands end up in logs. */
    @Override
    public String toString() {
        return "PostCommand[" + kind() + ", " + touchId + ", " + idempotencyKey + "]";
    }
}
