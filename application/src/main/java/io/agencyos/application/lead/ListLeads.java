package io.agencyos.application.lead;

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

    /** One lead, also when it is deleted. */
    Optional<Listed> show(TenantScope scope, LeadId id);

    /** The same with what its score is made of. */
    Optional<Shown> detail(TenantScope scope, LeadId id);
}
