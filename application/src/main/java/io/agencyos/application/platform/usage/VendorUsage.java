package io.agencyos.application.platform.usage;

import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What clients used of vendors ({@code vendor_usage}): one line a billable call, written before it as what it is expected to
 * cost and settled after it. Needs an open unit of work of the tenant, as worker, except {@link #lines}. Source: vendor
 * catalogue 6, data model 5.13.
 */
@SecondaryPort
public interface VendorUsage {

    /**
     * A billable call.
     *
     * @param dispatch what it is made for, such as the id of a touch; names the line within its client
     * @param vendor its name as configured
     * @param day of the platform
     */
    record Use(
            ClientId client,
            UUID dispatch,
            String vendor,
            MeteredUnit unit,
            int units,
            MicroAud cost,
            LocalDate day,
            Instant at) {}

    /** Writes down what is about to be used; lines that are there already, and were not dropped, stay as they are. */
    void expect(Collection<Use> uses);

    /** It was used, at the cost that was expected. Whatever has no line is left out. */
    void settle(ClientId client, Collection<UUID> dispatches);

    /** It was used, at this cost; told again, the last word counts. Whatever has no line is left out. */
    void settle(ClientId client, UUID dispatch, int units, MicroAud cost);

    /** Nothing was used: lines that are only expected cost nothing and are told no more, until they are expected again. */
    void drop(ClientId client, Collection<UUID> dispatches);

    /**
     * What a client has cost at a vendor on this day and in its month, what is expected included. Whoever asks for the same
     * waits until the unit of whoever asked before is over, so that two do not take the same room.
     */
    VendorCap.Spent spent(ClientId client, String vendor, LocalDate day);

    /**
     * A day of a client at a vendor.
     *
     * @param expected the part of the cost that nobody has settled yet
     */
    record Line(
            ClientId client,
            LocalDate day,
            String vendor,
            MeteredUnit unit,
            int units,
            MicroAud cost,
            MicroAud expected) {}

    /** Of all live clients, by day, client, vendor and unit; a twin uses nothing that costs. Platform unit. */
    List<Line> lines(LocalDate from, LocalDate until);

    /** How long lines are kept. Source: data model 7. */
    Period KEPT = Period.ofMonths(13);

    /** Removes at most so many lines of days before this one, the oldest first; platform unit. Answers how many. */
    int removeBefore(LocalDate day, int most);
}
