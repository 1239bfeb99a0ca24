package io.agencyos.application.scoring.store;

import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What a score asks about companies as buyers. */
@FunctionalInterface
public interface BuyerLookup {

    /**
     * What is known of each of these companies, without those of whom this client alone told. Worker's unit of the
     * client, or a platform unit.
     */
    Map<DomainName, LeadFacts.BuyerSignal> of(ClientId client, Collection<DomainName> domains);

    /**
     * Those of the companies of whom anybody told anything: for many clients who look at the same companies, of which few
     * ever bought, it is asked once. May name more. Worker's unit, or a platform unit.
     */
    default Set<DomainName> toldOf(Collection<DomainName> domains) {
        return Set.copyOf(domains);
    }
}
