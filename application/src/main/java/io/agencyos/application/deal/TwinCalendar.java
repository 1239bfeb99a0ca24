package io.agencyos.application.deal;

import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The calendar in the world around a twin, which is read and calls nobody. Never called inside a unit of work. Source: api 4.1. */
@SecondaryPort
public interface TwinCalendar {

    /**
     * A meeting that somebody booked with the twin.
     *
     * @param event the calendar's own id
     */
    record Entry(String event, EmailAddress by, Instant at, int minutes) {}

    /** All there ever were; none where no sandbox answers. */
    List<Entry> entries(ClientId twin);
}
