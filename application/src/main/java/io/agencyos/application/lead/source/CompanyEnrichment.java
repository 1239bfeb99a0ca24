package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Completes the records of companies for money. None found is an empty answer, never a failure. Source: content 1. */
@SecondaryPort
public interface CompanyEnrichment {

    Result<Optional<CompanyProfile>, VendorFailure> enrich(ClientId client, DomainName domain);

    /** An answer for each domain: what was found stays found although another part failed. */
    Map<DomainName, Result<Optional<CompanyProfile>, VendorFailure>> enrichAll(
            ClientId client, Set<DomainName> domains);
}
