package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.enrichment.FinerLooks;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the domain of employers of whom only a name is known, for a few of many leads: the one company of exactly that
 * name, or nobody's. Source: content 1.2, apollo 6.
 */
final class EmployerSearch {

    private final CompanySearch search;
    private final FreeMailDomains freeMail;

    EmployerSearch(CompanySearch search, FreeMailDomains freeMail) {
        this.search = search;
        this.freeMail = freeMail;
    }

    /** @param looks each page that was answered is a credit */
    record Found(Map<NameKey, DomainName> domains, EnrichLeads.FinerLooked looks) {}

    static Optional<NameKey> key(CompanyDetails company) {
        return Optional.ofNullable(company.name())
                .flatMap(name -> NameKey.of(name).toOptional());
    }

    /** @param leads of how many these are the employers */
    Found find(ClientId client, Collection<CompanyDetails> employers, int leads) {
        Map<NameKey, CompanyDetails> once = new LinkedHashMap<>();
        employers.forEach(employer -> key(employer).ifPresent(name -> once.putIfAbsent(name, employer)));
        Map<NameKey, DomainName> found = new HashMap<>();
        EnrichLeads.FinerLooked looks = EnrichLeads.FinerLooked.NONE;
        for (Map.Entry<NameKey, CompanyDetails> one : once.entrySet()) {
            if (looks.asked() == FinerLooks.most(leads)) {
                break;
            }
            Result<CompanySearch.Page, VendorFailure> page =
                    search.search(client, named(one.getKey(), one.getValue()), 1);
            looks = looks.and(page);
            page.toOptional()
                    .flatMap(companies -> only(one.getKey(), companies))
                    .ifPresent(domain -> found.put(one.getKey(), domain));
        }
        return new Found(Map.copyOf(found), looks);
    }

    /** By the name without its legal form: a vendor that has it without one would not find it. */
    private static CompanySearch.Query named(NameKey name, CompanyDetails employer) {
        List<String> places = employer.country() == null
                ? List.of()
                : List.of(Locale.of("", employer.country().alpha2()).getDisplayCountry(Locale.ENGLISH));
        return new CompanySearch.Query(List.of(), name.value(), List.of(), places, List.of(), List.of());
    }

    private Optional<DomainName> only(NameKey name, CompanySearch.Page page) {
        List<DomainName> same = page.companies().stream()
                .filter(company -> NameKey.of(company.name())
                        .toOptional()
                        .filter(name::equals)
                        .isPresent())
                .flatMap(company -> company.domain().stream())
                .distinct()
                .toList();
        return same.size() == 1
                ? Optional.of(same.getFirst()).filter(domain -> !freeMail.contains(domain))
                : Optional.empty();
    }
}
