package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Finds companies by what and where they are; each page costs. Source: vocabulary, ports; apollo 6. */
@SecondaryPort
public interface CompanySearch {

    /**
     * Which are looked for; what is empty does not matter.
     *
     * @param name part of what they are called
     * @param locations of the headquarters, in words
     * @param notAt headquarters that are left out
     * @param keywords what they do, in words
     */
    record Query(
            List<DomainName> domains,
            @Nullable String name,
            List<PeopleQuery.Range> employees,
            List<String> locations,
            List<String> notAt,
            List<String> keywords) {

        public Query {
            domains = List.copyOf(domains);
            employees = List.copyOf(employees);
            locations = List.copyOf(locations);
            notAt = List.copyOf(notAt);
            keywords = List.copyOf(keywords);
        }

        /** These companies and no others. */
        public static Query of(DomainName... domains) {
            return new Query(List.of(domains), null, List.of(), List.of(), List.of(), List.of());
        }

        /** Whatever these words say that it does. */
        public static Query doing(String... keywords) {
            return new Query(List.of(), null, List.of(), List.of(), List.of(), List.of(keywords));
        }

        /** Whether it would find everything. */
        public boolean isEmpty() {
            return domains.isEmpty()
                    && name == null
                    && employees.isEmpty()
                    && locations.isEmpty()
                    && notAt.isEmpty()
                    && keywords.isEmpty();
        }
    }

    /** @param ref by which {@link CompanySignals} knows it */
    record Preview(
            String ref,
            String name,
            Optional<DomainName> domain,
            Optional<PhoneNumber> phone,
            Optional<Integer> foundedYear) {}

    /**
     * Part of what was found, each company once.
     *
     * @param more whether another page may hold more
     */
    record Page(List<Preview> companies, long total, boolean more) {

        public Page {
            companies = List.copyOf(companies);
        }
    }

    /** @param page from 1 */
    Result<Page, VendorFailure> search(ClientId client, Query query, int page);
}
