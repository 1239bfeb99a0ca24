package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.lead.PostgresLeadSearch;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** Summarises what changed among a client's leads, page by page, each in a transaction of its own. */
public final class SearchUpkeep {

    private static final int MOST_PAGES = 100;

    private final Basis basis;
    private final PostgresLeadSearch search;

    SearchUpkeep(Basis basis) {
        this.basis = basis;
        this.search = new PostgresLeadSearch(basis.ids());
    }

    /** How many leads it took in. */
    public int keep(ClientId client) {
        return keep(client, basis.clock().now());
    }

    /** The same as if it were this time; for those who know that nothing is being written. */
    public int keep(ClientId client, Instant now) {
        int taken = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            int some = basis.units().<Integer>inTenant(TenantScope.worker(client), () -> search.keep(client, now));
            if (some == 0) {
                break;
            }
            taken += some;
        }
        return taken;
    }
}
