package io.agencyos.application.allocation.pacing;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How a client paces, day by day. Needs an open unit of work of the tenant, as worker. Source: scoring PACE. */
@SecondaryPort
public interface PacingBook {

    /** Leads whose first touch was sent in this half-open span; a later bounce does not take the start back. */
    int startsBetween(ClientId client, Instant from, Instant until);

    /** Calls that were made, and to how many leads. Source: PLAN-2. */
    record Dialled(int calls, int leads) {}

    Dialled dialled(ClientId client, Instant from, Instant until);

    /** Writes a day, over what stood there. */
    void put(PacingDay day);

    /** The days from {@code from} to before {@code until} that are written, in order. */
    List<PacingDay> days(ClientId client, LocalDate from, LocalDate until);
}
