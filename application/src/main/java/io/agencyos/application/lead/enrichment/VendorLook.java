package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.enrichment.ProfileMerge;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a vendor for people, and for the companies that it told too little of. Outside of any unit of work. */
final class VendorLook {

    private final PeopleSources.Source source;
    private final FreeMailDomains freeMail;

    private static final Answer NOTHING = new Answer(
            new ProfileMerge.Said(ContactPoints.NONE, PersonDetails.UNKNOWN, CompanyDetails.UNKNOWN, null), null, null);

    VendorLook(PeopleSources.Source source, FreeMailDomains freeMail) {
        this.source = source;
        this.freeMail = freeMail;
    }

    /**
     * What is known of one lead now.
     *
     * @param ref by which the vendor knows the person; null where only the company was found
     * @param companyRef by which it knows the employer; null where it does not
     */
    record Answer(
            ProfileMerge.Said said,
            @Nullable String ref,
            @Nullable String companyRef) {}

    /**
     * An answer for each lead, in their order.
     *
     * @param credits what all of it cost, the searches for employers included
     */
    record Answers(List<Result<Optional<Answer>, VendorFailure>> each, int credits, EnrichLeads.FinerLooked searched) {

        Optional<VendorFailure> failure() {
            return each.stream()
                    .flatMap(one -> one.fold(found -> Optional.<VendorFailure>empty(), Optional::of).stream())
                    .findFirst();
        }
    }

    static PersonKey key(Lead lead) {
        return new PersonKey(
                null,
                lead.contact().email(),
                lead.contact().linkedIn(),
                lead.person().firstName(),
                lead.person().lastName(),
                lead.company().domain(),
                lead.company().name());
    }

    Answers ask(ClientId client, List<Lead> leads) {
        if (leads.isEmpty()) {
            return new Answers(List.of(), 0, EnrichLeads.FinerLooked.NONE);
        }
        List<PersonKey> keys = leads.stream().map(VendorLook::key).toList();
        PeopleEnrichment.Batch people = source.enrichment()
                .enrichAll(client, keys.stream().filter(PersonKey::identifies).toList());
        Iterator<Result<Optional<PersonProfile>, VendorFailure>> answered =
                people.people().iterator();
        List<Result<Optional<Answer>, VendorFailure>> each = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            each.add(
                    keys.get(i).identifies()
                            ? answered.next().map(found -> found.map(VendorLook::answer))
                            : Result.ok(Optional.empty()));
        }
        EnrichLeads.FinerLooked searched = employers(client, leads, each);
        Set<DomainName> asked = new HashSet<>();
        for (int i = 0; i < leads.size(); i++) {
            thin(leads.get(i), each.get(i)).flatMap(this::domain).ifPresent(asked::add);
        }
        Map<DomainName, CompanyProfile> companies = companies(client, asked);
        for (int i = 0; i < leads.size(); i++) {
            Lead lead = leads.get(i);
            each.set(i, each.get(i).map(found -> joined(lead, found, companies)));
        }
        return new Answers(List.copyOf(each), people.credits() + searched.answered() + companies.size(), searched);
    }

    /** Employers of whom not even the domain is known, by their name. */
    private EnrichLeads.FinerLooked employers(
            ClientId client, List<Lead> leads, List<Result<Optional<Answer>, VendorFailure>> each) {
        List<Optional<CompanyDetails>> nameless = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            nameless.add(thin(leads.get(i), each.get(i)).filter(known -> known.domain() == null));
        }
        List<CompanyDetails> known = nameless.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty() || source.finer().isEmpty()) {
            return EnrichLeads.FinerLooked.NONE;
        }
        EmployerSearch search = new EmployerSearch(source.finer().get().search(), freeMail);
        EmployerSearch.Found found = search.find(client, known, leads.size());
        for (int i = 0; i < leads.size(); i++) {
            DomainName domain = nameless.get(i)
                    .flatMap(EmployerSearch::key)
                    .map(found.domains()::get)
                    .orElse(null);
            if (domain != null) {
                each.set(i, each.get(i).map(answer -> Optional.of(at(domain, answer))));
            }
        }
        return found.looks();
    }

    /** The answer with the employer's domain, which it did not say. */
    private static Answer at(DomainName domain, Optional<Answer> answer) {
        Answer before = answer.orElse(NOTHING);
        ProfileMerge.Said said = before.said();
        return new Answer(
                new ProfileMerge.Said(
                        said.contact(),
                        said.person(),
                        FactMerge.company(CompanyDetails.at(domain), said.company()),
                        said.roleStart()),
                before.ref(),
                before.companyRef());
    }

    private static Answer answer(PersonProfile profile) {
        return new Answer(
                new ProfileMerge.Said(
                        new ContactPoints(
                                profile.email().orElse(null),
                                profile.emailStatus(),
                                profile.phone().orElse(null),
                                profile.linkedIn().orElse(null)),
                        profile.details(),
                        profile.company().map(CompanyProfile::details).orElse(CompanyDetails.UNKNOWN),
                        profile.roleSince().orElse(null)),
                profile.ref(),
                profile.company().map(CompanyProfile::ref).orElse(null));
    }

    /** The employer of whom too little is known to score it. */
    private static Optional<CompanyDetails> thin(Lead lead, Result<Optional<Answer>, VendorFailure> answer) {
        Optional<CompanyDetails> said = answer.toOptional()
                .flatMap(found -> found)
                .map(found -> found.said().company());
        CompanyDetails known =
                said.map(company -> FactMerge.company(company, lead.company())).orElse(lead.company());
        boolean enough = known.industry() != null && known.employeeCount() != null;
        return answer.toOptional().isEmpty() || enough ? Optional.empty() : Optional.of(known);
    }

    private Optional<DomainName> domain(CompanyDetails company) {
        return Optional.ofNullable(company.domain()).filter(domain -> !freeMail.contains(domain));
    }

    /** Companies that could not be asked for are left out: the people are worth storing all the same. */
    private Map<DomainName, CompanyProfile> companies(ClientId client, Set<DomainName> domains) {
        Map<DomainName, CompanyProfile> found = new HashMap<>();
        if (!domains.isEmpty()) {
            source.companies()
                    .enrichAll(client, domains)
                    .forEach((domain, answer) ->
                            answer.toOptional().flatMap(one -> one).ifPresent(company -> found.put(domain, company)));
        }
        return found;
    }

    private static Optional<Answer> joined(
            Lead lead, Optional<Answer> found, Map<DomainName, CompanyProfile> companies) {
        DomainName domain = found.map(answer -> answer.said().company().domain())
                .filter(Objects::nonNull)
                .orElse(lead.company().domain());
        CompanyProfile company = domain == null ? null : companies.get(domain);
        if (company == null) {
            return found;
        }
        ProfileMerge.Said before = found.orElse(NOTHING).said();
        return Optional.of(new Answer(
                new ProfileMerge.Said(
                        before.contact(),
                        before.person(),
                        FactMerge.company(company.details(), before.company()),
                        before.roleStart()),
                found.map(Answer::ref).orElse(null),
                company.ref()));
    }
}
