package io.agencyos.application.allocation.store;

import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.Staleness;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The leads that go out today and are too old to write on, batch after batch, for whoever refreshes them before the day's
 * sends; a lead for which nothing is found goes out all the same. Source: scoring POOL-13.
 */
public final class StaleLeads {

    private final LeadFreshness freshness;
    private final Clients clients;
    private final UnitOfWork units;
    private final ClockPort clock;

    public StaleLeads(LeadFreshness freshness, Clients clients, UnitOfWork units, ClockPort clock) {
        this.freshness = freshness;
        this.clients = clients;
        this.units = units;
        this.clock = clock;
    }

    /** At most 100 leads that are due before the client's day ends, the oldest first; empty when all is fresh. */
    public List<LeadId> next(ClientId client) {
        Instant now = clock.now();
        return units.inTenant(TenantScope.worker(client), () -> {
            Optional<ZoneId> zone = clients.find(client).map(Client::timezone);
            return zone.map(there -> freshness.staleAndDue(client, now, endOfDay(now, there), Staleness.BATCH))
                    .orElse(List.of());
        });
    }

    private static Instant endOfDay(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** They were looked up; those in {@code found} are fresh now, the others are tried again after seven days. */
    public void lookedUp(ClientId client, Collection<LeadId> leads, Collection<LeadId> found) {
        Instant now = clock.now();
        units.inTenant(TenantScope.worker(client), () -> {
            freshness.refreshed(client, found, now);
            freshness.attempted(
                    client, leads.stream().filter(lead -> !found.contains(lead)).toList(), now);
        });
    }
}
