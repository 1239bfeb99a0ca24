package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Finds people by what they do and where; shows too little of them to write to. Source: flows 1 replenishment, scoring POOL. */
@SecondaryPort
public interface PeopleSearch {

    /**
     * Somebody who was found.
     *
     * @param ref by which {@link PeopleEnrichment} knows the person
     * @param hasEmail false where completing the record would be money for nothing
     */
    record Preview(
            String ref,
            Optional<String> firstName,
            Optional<String> title,
            Optional<String> company,
            boolean hasEmail,
            boolean hasDirectPhone) {}

    /**
     * Part of what was found.
     *
     * @param total how many fit, which may be more than are shown
     * @param more whether another page may hold more
     * @param truncated whether the vendor shows no more although more fit
     */
    record Page(List<Preview> people, long total, boolean more, boolean truncated) {

        public Page {
            people = List.copyOf(people);
        }
    }

    /** @param page from 1 */
    Result<Page, VendorFailure> search(ClientId client, PeopleQuery query, int page);
}
