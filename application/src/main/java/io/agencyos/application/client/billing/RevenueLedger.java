package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What every client paid and pays, line by line; it outlives the clients, whose names are taken out of it. Source: api 9.17
 * revenue, transactions.
 */
@SecondaryPort
public interface RevenueLedger {

    /** Where a reader stands. */
    record After(Instant at, UUID id) {}

    /**
     * Which lines are looked for; an empty set leaves all.
     *
     * @param from this instant, null from the first line
     * @param to before this instant, null to the last
     */
    record Filter(
            Set<ClientId> clients,
            Set<RevenueEntry.Kind> kinds,
            @Nullable Instant from,
            @Nullable Instant to) {

        public Filter {
            clients = Set.copyOf(clients);
            kinds = Set.copyOf(kinds);
        }
    }

    /** @param clientName as it is called now; null for one that was removed */
    record Line(RevenueEntry entry, @Nullable String clientName) {}

    /**
     * Worker's or platform's unit.
     *
     * @return false where this invoice has this line already, and nothing was written
     */
    boolean append(RevenueEntry entry);

    /** The last line of each account and month of Sydney that says what is paid a month; platform's unit. */
    List<Revenue.Standing> standings();

    /** The newest first; platform's unit. */
    List<Line> page(Filter filter, @Nullable After after, int limit);
}
