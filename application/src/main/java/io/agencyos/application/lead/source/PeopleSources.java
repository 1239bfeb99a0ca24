package io.agencyos.application.lead.source;

import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where a client's people are bought: the data vendor that it has connected. Source: vendor catalogue 1, flows 2.3. */
@SecondaryPort
public interface PeopleSources {

    /** The key of the breaker that stops whoever buys, whichever vendor a client has connected. Source: flows 1.7. */
    String ACCOUNT = "data_vendor";

    /**
     * A vendor that finds people and completes the records of people and companies.
     *
     * @param finer what it sells beyond that, where it does
     * @param credits what is left to pay with, where it can be asked
     */
    record Source(
            String vendor,
            PeopleSearch search,
            PeopleEnrichment enrichment,
            CompanyEnrichment companies,
            Optional<Finer> finer,
            Optional<VendorCredits> credits) {

        /** One of which nobody knows what is left to pay with. */
        public Source(
                String vendor,
                PeopleSearch search,
                PeopleEnrichment enrichment,
                CompanyEnrichment companies,
                Optional<Finer> finer) {
            this(vendor, search, enrichment, companies, finer, Optional.empty());
        }

        /** One that sells records alone. */
        public Source(String vendor, PeopleSearch search, PeopleEnrichment enrichment, CompanyEnrichment companies) {
            this(vendor, search, enrichment, companies, Optional.empty());
        }
    }

    /** Companies by their name, and what goes on at them. */
    record Finer(CompanySearch search, CompanySignals signals) {}

    /** Empty while the client has connected none. Never call it inside a unit of work. */
    Optional<Source> of(ClientId client);
}
