package io.agencyos.application.lead;

import io.agencyos.application.lead.store.LeadQueries.After;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.Shown;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A client's leads, to be looked at. Every member may. Source: api 9.6. */
@PrimaryPort
public interface ListLeads {

    List<Listed> list(TenantScope scope, Filter filter, Window window);

    /**
     * The same of leads that stand on a list of whom not to contact, or on none. Nothing is kept of that at a lead, so leads are
     * looked at in the list's order until the page is full, at most {@value #MOST} of them: a page may be short, or empty, and
     * the list goes on behind it.
     */
    Part listed(TenantScope scope, Filter filter, Window window, boolean suppressed);

    /** So many leads are looked at for one page. */
    int MOST = 2_500;

    /**
     * A page that may be shorter than was asked for.
     *
     * @param next behind which lead the list goes on; empty at its end
     */
    record Part(List<Listed> rows, Optional<After> next) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** One lead, also when it is deleted. */
    Optional<Listed> show(TenantScope scope, LeadId id);

    /** The same with what its score is made of. */
    Optional<Shown> detail(TenantScope scope, LeadId id);
}
