package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Companies by the vendor's search; those that the team has saved come apart from the others and are put back in order. Source: apollo 6. */
final class ApolloCompanySearch implements CompanySearch {

    private final Ways<ApolloAccount, Connection> ways;

    ApolloCompanySearch(Ways<ApolloAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<Page, VendorFailure> search(ClientId client, Query query, int page) {
        if (query.isEmpty()) {
            return Result.err(Failures.invalid("search companies", "query", "at least one filter"));
        }
        if (page < 1) {
            return Result.err(Failures.invalid("search companies", "page", "pages are counted from 1"));
        }
        return ways.of(client, "search companies")
                .flatMap(connection -> connection
                        .paid("search companies", () -> connection.api().searchCompanies(body(query, page)))
                        .map(answer -> page(answer, page)));
    }

    private static Map<String, Object> body(Query query, int page) {
        SearchBody body = new SearchBody()
                .atCompanies(query.domains(), query.employees(), query.locations(), query.keywords())
                .with("organization_not_locations", query.notAt());
        if (query.name() != null) {
            body.with("q_organization_name", query.name());
        }
        return body.page(page);
    }

    private static Page page(JsonNode answer, int page) {
        Map<String, Preview> once = new LinkedHashMap<>();
        Stream.concat(
                        Fields.items(answer.path("organizations")).stream(),
                        Fields.items(answer.path("accounts")).stream())
                .forEach(company -> id(company).ifPresent(id -> once.putIfAbsent(id, preview(id, company))));
        List<String> order = Fields.items(answer.path("model_ids")).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
        List<Map.Entry<String, Preview>> found = new ArrayList<>(once.entrySet());
        found.sort(Comparator.comparingInt(one -> place(order, one.getKey())));
        JsonNode paging = answer.path("pagination");
        return new Page(
                found.stream().map(Map.Entry::getValue).toList(),
                Fields.whole(paging, "total_entries").orElse((long) found.size()),
                Fields.whole(paging, "total_pages")
                        .filter(pages -> page < pages)
                        .isPresent());
    }

    private static int place(List<String> order, String id) {
        int at = order.indexOf(id);
        return at < 0 ? order.size() : at;
    }

    private static Optional<String> id(JsonNode company) {
        return Fields.text(company, "organization_id").or(() -> Fields.text(company, "id"));
    }

    private static Preview preview(String id, JsonNode company) {
        return new Preview(
                Profiles.COMPANY + id,
                Fields.text(company, "name").orElse(""),
                Profiles.domain(company),
                Stream.of("sanitized_phone", "phone")
                        .flatMap(name -> Fields.text(company, name).stream())
                        .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional().stream())
                        .findFirst(),
                Fields.whole(company, "founded_year").map(Long::intValue));
    }
}
