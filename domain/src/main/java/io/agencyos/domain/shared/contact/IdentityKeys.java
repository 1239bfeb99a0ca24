package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.Optional;

/**
 * The keys by which people and companies are recognised, which need the public-suffix list and the free-mail list: the
 * one place for de-duplication, suppression and caches to ask. Source: data model 3, outreach 6.2.
 */
public record IdentityKeys(PublicSuffixes suffixes, FreeMailDomains freeMail) {

    /** {@code domain_key}: {@code https://www.Shop.Example.com.au/x} is {@code example.com.au}; none for localhost. */
    public Optional<DomainName> domainKey(String urlOrHost) {
        return DomainName.parse(urlOrHost).toOptional().flatMap(suffixes::registrable);
    }

    /** The company behind a website or host: its domain key, none for a free-mail provider. */
    public Optional<DomainName> companyDomain(DomainName host) {
        return freeMail.contains(host) ? Optional.empty() : suffixes.registrable(host);
    }

    /** The company behind an address: none for a free-mail address. */
    public Optional<DomainName> companyDomain(EmailAddress address) {
        return companyDomain(address.domain());
    }

    /**
     * The name as a DOMAIN suppression key; refused with {@code freemail_domain} where a stranger would be hit: free-mail
     * providers and public suffixes. A subdomain stays itself, it may be meant alone.
     */
    public Result<DomainName, InputProblem> suppressionDomain(String text) {
        return DomainName.parse(text)
                .map(DomainName::withoutWww)
                .flatMap(name -> freeMail.contains(name) || suffixes.isPublicSuffix(name)
                        ? Result.err(new InputProblem(
                                "freemail_domain", "A domain that many share is suppressed by address only."))
                        : Result.ok(name));
    }
}
