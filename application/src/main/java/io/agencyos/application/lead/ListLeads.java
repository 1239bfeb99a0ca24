package io.agencyos.application.lead;

import io.agencyos.application.lead.LeadQueries.Filter;
import io.agencyos.application.lead.LeadQueries.Listed;
import io.agencyos.application.lead.LeadQueries.Shown;
import io.agencyos.application.lead.LeadQueries.Window;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.LeadId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A client's leads, to be looked at. Every member may. Source: api 9.6. */
@PrimaryPort
public interface ListLeads {

    List<Listed> list(TenantScope scope, Filter filter, Window window);

    /** One lead, also when it is deleted. */
    Optional<Listed> show(TenantScope scope, LeadId id);

    /**
     * One lead with all that is shown of it.
     *
     * @param suppression the entry that keeps it from being written to, the platform's before the client's; null for none
     * @param register what the Do Not Call Register said of its number; unknown without a number that was ever asked about
     */
    record Detail(Shown shown, @Nullable Suppression suppression, DoNotCallStanding register) {}

    /** The same with what its score is made of, and what stands against writing or calling. */
    Optional<Detail> detail(TenantScope scope, LeadId id);
}
