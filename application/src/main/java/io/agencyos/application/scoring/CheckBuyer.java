package io.agencyos.application.scoring;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Whether a company is known to buy agency services, as far as a client may know. Source: api 9.14. */
@PrimaryPort
public interface CheckBuyer {

    /** Empty where nothing is known, or only what this client told itself. */
    Optional<LeadFacts.BuyerSignal> check(TenantScope scope, DomainName company);
}
