package io.agencyos.application.lead;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.enrichment.ProfileMerge;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.FreeMailDomains;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
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

    VendorLook(PeopleSources.Source source, FreeMailDomains freeMail) {
        this.source = source;
        this.freeMail = freeMail;
    }

    /**
     * What is known of one lead now.
     *
     * @param ref by which the vendor knows the person; null where only the company was found
     */
    record Answer(ProfileMerge.Said said, @Nullable String ref) {}

    /** An answer for each lead, in their order. */
    record Answers(List<Result<Optional<Answer>, VendorFailure>> each, int credits) {

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
            return new Answers(List.of(), 0);
        }
        List<PersonKey> keys = leads.stream().map(VendorLook::key).toList();
        PeopleEnrichment.Batch people = source.enrichment()
                .enrichAll(client, keys.stream().filter(PersonKey::identifies).toList());
        Iterator<Result<Optional<PersonProfile>, VendorFailure>> answered =
                people.people().iterator();
        List<Result<Optional<Answer>, VendorFailure>> each = new ArrayList<>();
        Set<DomainName> asked = new HashSet<>();
        for (int i = 0; i < leads.size(); i++) {
            Result<Optional<Answer>, VendorFailure> answer = keys.get(i).identifies()
                    ? answered.next().map(found -> found.map(VendorLook::answer))
                    : Result.ok(Optional.empty());
            each.add(answer);
            thin(leads.get(i), answer).ifPresent(asked::add);
        }
        Map<DomainName, CompanyProfile> companies = companies(client, asked);
        for (int i = 0; i < leads.size(); i++) {
            Lead lead = leads.get(i);
            each.set(i, each.get(i).map(found -> joined(lead, found, companies)));
        }
        return new Answers(List.copyOf(each), people.credits() + companies.size());
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
                profile.ref());
    }

    /** The employer of whom too little is known to score it, where it can be asked for. */
    private Optional<DomainName> thin(Lead lead, Result<Optional<Answer>, VendorFailure> answer) {
        Optional<CompanyDetails> said = answer.toOptional()
                .flatMap(found -> found)
                .map(found -> found.said().company());
        CompanyDetails known =
                said.map(company -> FactMerge.company(company, lead.company())).orElse(lead.company());
        boolean enough = known.industry() != null && known.employeeCount() != null;
        return answer.toOptional().isEmpty() || enough
                ? Optional.empty()
                : Optional.ofNullable(known.domain()).filter(domain -> !freeMail.contains(domain));
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
        ProfileMerge.Said before = found.map(Answer::said)
                .orElse(new ProfileMerge.Said(ContactPoints.NONE, PersonDetails.UNKNOWN, CompanyDetails.UNKNOWN, null));
        return Optional.of(new Answer(
                new ProfileMerge.Said(
                        before.contact(),
                        before.person(),
                        FactMerge.company(company.details(), before.company()),
                        before.roleStart()),
                found.map(Answer::ref).orElse(null)));
    }
}
