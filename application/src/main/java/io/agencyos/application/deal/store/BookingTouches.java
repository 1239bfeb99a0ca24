package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The touches that a booking looks back on. Needs an open unit of work of the tenant, as worker. Source: content 5.1. */
@SecondaryPort
public interface BookingTouches {

    /** Everything that was sent to the lead, oldest first. */
    List<BookingPath.Contact> sentTo(ClientId client, LeadId lead);

    /**
     * What a person last answered first.
     *
     * @param touch a message, or a call that somebody spoke in
     */
    record Answer(TouchId touch, Instant at) {}

    /** The touch that the lead was last heard to answer; empty where nobody answered any. */
    Optional<Answer> lastAnswer(ClientId client, LeadId lead);

    /** Marks the touch as the one that led to a booking; a second mark changes nothing. */
    void credit(ClientId client, BookingPath.Contact contact);

    /** Whether it is marked. */
    boolean isCredited(ClientId client, BookingPath.Contact contact);
}
