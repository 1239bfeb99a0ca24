package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of outcomes, as far as meetings are concerned: what learning reads. Needs an open unit of work of
 * the tenant, as worker. Source: data model 5.9 {@code outcome_event}.
 */
@SecondaryPort
public interface MeetingOutcomes {

    /** What came of a meeting. */
    enum Kind implements Vocabulary {
        MEETING_BOOKED,
        MEETING_HELD,
        MEETING_NO_SHOW
    }

    /** @param credited the touch that led to it, where there is one */
    record Entry(
            UUID id,
            ClientId clientId,
            LeadId lead,
            MeetingId meeting,
            Kind kind,
            Instant at,
            BookingPath.@Nullable Contact credited) {}

    /** Appends it once: the same kind of the same meeting is left out. */
    void append(Entry entry);

    /** What came of a meeting, oldest first. */
    List<Entry> of(ClientId client, MeetingId meeting);
}
