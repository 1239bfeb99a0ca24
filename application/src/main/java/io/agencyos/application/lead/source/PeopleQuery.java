package io.agencyos.application.lead.source;

import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.List;

/**
 * Whom to look for; what is empty does not matter. Source: data model 5.5, the port {@link PeopleSearch}.
 *
 * @param exactTitles false to take similar titles too
 * @param personLocations cities, states or countries in words
 * @param companyLocations of the headquarters
 * @param employees how many the company may have
 * @param companyKeywords what the company does, in words
 * @param verifiedOnly only people whose e-mail address is verified
 */
public record PeopleQuery(
        List<String> titles,
        boolean exactTitles,
        List<Seniority> seniorities,
        List<String> personLocations,
        List<String> companyLocations,
        List<DomainName> companyDomains,
        List<Range> employees,
        List<String> companyKeywords,
        boolean verifiedOnly) {

    /** Whole numbers, both ends included. */
    public record Range(int least, int most) {

        public Range {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("a range from " + least + " to " + most);
            }
        }
    }

    public PeopleQuery {
        titles = List.copyOf(titles);
        seniorities = List.copyOf(seniorities);
        personLocations = List.copyOf(personLocations);
        companyLocations = List.copyOf(companyLocations);
        companyDomains = List.copyOf(companyDomains);
        employees = List.copyOf(employees);
        companyKeywords = List.copyOf(companyKeywords);
    }

    /** Everybody with these titles; further wishes are {@code with…}. */
    public static PeopleQuery titled(String... titles) {
        return new PeopleQuery(
                List.of(titles), false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
    }

    /** The same at these companies only. */
    public PeopleQuery at(List<DomainName> domains) {
        return new PeopleQuery(
                titles,
                exactTitles,
                seniorities,
                personLocations,
                companyLocations,
                domains,
                employees,
                companyKeywords,
                verifiedOnly);
    }

    /** Whether it would find everybody. */
    public boolean isEmpty() {
        return titles.isEmpty()
                && seniorities.isEmpty()
                && personLocations.isEmpty()
                && companyLocations.isEmpty()
                && companyDomains.isEmpty()
                && employees.isEmpty()
                && companyKeywords.isEmpty()
                && !verifiedOnly;
    }
}
