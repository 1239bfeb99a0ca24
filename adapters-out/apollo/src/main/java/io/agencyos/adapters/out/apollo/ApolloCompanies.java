package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.CompanyEnrichment;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Records of companies, ten in a question, placed by their domain since the answer keeps no order. Source: apollo 5. */
final class ApolloCompanies implements CompanyEnrichment {

    private static final int TOGETHER = 10;

    private final Ways<ApolloAccount, Connection> ways;
    private final Misses<DomainName> misses;

    ApolloCompanies(Ways<ApolloAccount, Connection> ways, Misses<DomainName> misses) {
        this.ways = ways;
        this.misses = misses;
    }

    @Override
    public Result<Optional<CompanyProfile>, VendorFailure> enrich(ClientId client, DomainName domain) {
        return ways.of(client, "enrich company")
                .flatMap(connection -> misses.among(client, List.of(domain)).isEmpty()
                        ? connection
                                .paid("enrich company", () -> connection.api().company(domain.value()))
                                .map(answer -> noted(client, domain, Profiles.company(answer.path("organization"))))
                        : Result.ok(Optional.empty()));
    }

    private Optional<CompanyProfile> noted(ClientId client, DomainName domain, Optional<CompanyProfile> found) {
        if (found.isEmpty()) {
            misses.add(client, List.of(domain));
        }
        return found;
    }

    @Override
    public Map<DomainName, Result<Optional<CompanyProfile>, VendorFailure>> enrichAll(
            ClientId client, Set<DomainName> domains) {
        Map<DomainName, Result<Optional<CompanyProfile>, VendorFailure>> answers = new LinkedHashMap<>();
        Set<DomainName> unknown = ways.of(client, "enrich company").isOk() ? misses.among(client, domains) : Set.of();
        unknown.forEach(domain -> answers.put(domain, Result.ok(Optional.empty())));
        List<DomainName> all =
                domains.stream().filter(domain -> !unknown.contains(domain)).toList();
        Optional<VendorFailure> broken = Optional.empty();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<DomainName> chunk = all.subList(from, Math.min(all.size(), from + TOGETHER));
            Result<JsonNode, VendorFailure> answer =
                    broken.<Result<JsonNode, VendorFailure>>map(Result::err).orElseGet(() -> some(client, chunk));
            broken = answer.fold(found -> Optional.empty(), Optional::of);
            chunk.forEach(domain -> answers.put(domain, answer.map(found -> at(domain, found))));
            misses.add(
                    client,
                    chunk.stream()
                            .filter(domain -> answers.get(domain).equals(Result.ok(Optional.empty())))
                            .toList());
        }
        return answers;
    }

    private Result<JsonNode, VendorFailure> some(ClientId client, List<DomainName> chunk) {
        List<String> names = chunk.stream().map(DomainName::value).toList();
        return ways.of(client, "enrich company")
                .flatMap(connection -> connection.paid(
                        "enrich company", () -> connection.bulk().companies(Map.of("domains", names))));
    }

    private static Optional<CompanyProfile> at(DomainName domain, JsonNode answer) {
        return Fields.items(answer.path("organizations")).stream()
                .filter(company ->
                        Profiles.domain(company).filter(domain::equals).isPresent())
                .findFirst()
                .flatMap(Profiles::company);
    }
}
