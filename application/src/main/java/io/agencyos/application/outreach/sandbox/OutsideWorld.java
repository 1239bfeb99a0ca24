package io.agencyos.application.outreach.sandbox;

import io.agencyos.domain.outreach.SimulatedKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The people and vendors around a twin. What they are told to do comes back by the vendors' own hooks and lists, later than
 * the order. Never called inside a unit of work. Source: api 4.1.
 */
@SecondaryPort
public interface OutsideWorld {

    /**
     * Somebody does something about one of our messages.
     *
     * @param id of the order: the same one is carried out once
     * @param key the message's own key, as it was sent with
     * @param to where it went
     * @param text what is said; null for something of the kind
     * @param outcome how it turns out, in the world's word; null for the usual
     * @param at when, null for at once
     */
    record Act(
            UUID id,
            SimulatedKind kind,
            Channel channel,
            String key,
            String to,
            @Nullable String text,
            @Nullable String outcome,
            @Nullable Instant at) {}

    /** Somebody books a meeting. */
    record Booking(UUID id, EmailAddress by, String name, Instant meetingAt) {}

    /** What the world says to an order. */
    sealed interface Answer {

        record Taken() implements Answer {}

        /** The message is not outside yet, or nobody there has it. */
        record NotReached(String reason) implements Answer {}

        /** Nothing like this happens to such a message. */
        record Impossible(String reason) implements Answer {}

        /** There is no world here, or it does not answer. */
        record Away(String reason) implements Answer {}
    }

    Answer act(ClientId twin, Act act);

    Answer book(ClientId twin, Booking booking);
}
