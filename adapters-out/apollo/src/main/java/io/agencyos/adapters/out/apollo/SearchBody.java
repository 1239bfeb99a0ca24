package io.agencyos.adapters.out.apollo;

import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of one page of a search; a wish that is not made is left out. Source: apollo 3, 6. */
final class SearchBody {

    static final int PER_PAGE = 100;

    private final Map<String, Object> members = new LinkedHashMap<>();

    SearchBody with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    SearchBody with(String name, List<String> values) {
        if (!values.isEmpty()) {
            members.put(name, values);
        }
        return this;
    }

    /** The companies that are searched, or those of the people who are. */
    SearchBody atCompanies(
            List<DomainName> domains,
            List<PeopleQuery.Range> employees,
            List<String> locations,
            List<String> keywords) {
        return with(
                        "q_organization_domains_list",
                        domains.stream().map(DomainName::value).toList())
                .with(
                        "organization_num_employees_ranges",
                        employees.stream()
                                .map(range -> range.least() + "," + range.most())
                                .toList())
                .with("organization_locations", locations)
                .with("q_organization_keyword_tags", keywords);
    }

    /** @param page from 1 */
    Map<String, Object> page(int page) {
        return with("page", page).with("per_page", PER_PAGE).members;
    }
}
