package io.agencyos.application.allocation;

import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People as a data vendor shows them, each at an Australian marketing company of their own. */
final class FoundPeople {

    private FoundPeople() {}

    static PersonProfile profile(int n, String title, @Nullable String email, EmailStatus status) {
        return new PersonProfile(
                "fake:" + n,
                new PersonDetails("Priya", "Raman", title, Seniority.HEAD, null, null, Country.AUSTRALIA),
                Optional.empty(),
                Optional.ofNullable(email).map(Leadbook::email),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(company("Company " + n, "company" + n + ".example")));
    }

    /** The same person in another company. */
    static PersonProfile at(PersonProfile person, String domain) {
        return called("Harbour Lane", person, domain);
    }

    /** The same person in a company of this name. */
    static PersonProfile called(String company, PersonProfile person, String domain) {
        return new PersonProfile(
                person.ref(),
                person.details(),
                person.headline(),
                person.email(),
                person.emailStatus(),
                person.phone(),
                person.linkedIn(),
                person.roleSince(),
                Optional.of(company(company, domain)));
    }

    private static CompanyProfile company(String name, String domain) {
        return new CompanyProfile(
                "fake:org:" + domain,
                new CompanyDetails(
                        name,
                        new DomainName(domain),
                        "Marketing",
                        25,
                        null,
                        null,
                        Country.AUSTRALIA,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static PersonProfile withoutCompanyDomain(PersonProfile person) {
        return new PersonProfile(
                person.ref(),
                person.details(),
                person.headline(),
                person.email(),
                person.emailStatus(),
                person.phone(),
                person.linkedIn(),
                person.roleSince(),
                Optional.of(new CompanyProfile(
                        "fake:org:none",
                        FactMerge.company(CompanyDetails.UNKNOWN, named("A company without a domain")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static CompanyDetails named(String name) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of());
    }
}
