package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of outcomes, as far as deals are concerned: what learning reads. Needs an open unit of work of
 * the tenant, as worker. Source: data model 5.9 {@code outcome_event}, conversion intelligence 2.
 */
@SecondaryPort
public interface DealOutcomes {

    /** What came of a deal. */
    enum Kind implements Vocabulary {
        DEAL_CREATED,
        DEAL_WON,
        DEAL_LOST
    }

    /** @param occasion tells one closing of a deal from the next after it was opened again */
    record Entry(
            UUID id,
            ClientId clientId,
            LeadId lead,
            DealId deal,
            Kind kind,
            int occasion,
            Instant at,
            @Nullable Money value) {}

    /** Appends it once: the same kind of the same occasion is left out. */
    void append(Entry entry);

    /** Takes back that the deal was won or lost: it is open again. The entry stays, a second one says so. */
    void retractClosing(ClientId client, DealId deal, UUID id, Instant at);

    /**
     * Lets the deal count as a booking of its lead where no booking stands.
     *
     * @param credited the touch that led to it, where there is one
     * @return whether none stood
     */
    boolean implyBooking(
            UUID id, ClientId client, LeadId lead, DealId deal, Instant at, BookingPath.@Nullable Contact credited);

    /** What came of a deal and was not taken back, oldest first. */
    List<Entry> of(ClientId client, DealId deal);
}
