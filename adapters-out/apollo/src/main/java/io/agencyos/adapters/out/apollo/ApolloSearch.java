package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** People by the vendor's search, which costs nothing and shows nothing to write to. Source: apollo 3. */
final class ApolloSearch implements PeopleSearch {

    private static final int LAST_PAGE = 500;
    private static final int MOST_DOMAINS = 1_000;

    private final Ways<ApolloAccount, Connection> ways;

    ApolloSearch(Ways<ApolloAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<Page, VendorFailure> search(ClientId client, PeopleQuery query, int page) {
        if (query.isEmpty()) {
            return Result.err(Failures.invalid("search", "query", "at least one filter"));
        }
        if (page < 1) {
            return Result.err(Failures.invalid("search", "page", "pages are counted from 1"));
        }
        if (page > LAST_PAGE) {
            return Result.ok(new Page(List.of(), 0, false, true));
        }
        return ways.of(client, "search").flatMap(connection -> search(connection, query, page));
    }

    /** More domains than one question takes are asked for in several, and whoever is found twice counts once. */
    private static Result<Page, VendorFailure> search(Connection connection, PeopleQuery query, int page) {
        Map<String, Preview> people = new LinkedHashMap<>();
        long total = 0;
        boolean more = false;
        for (PeopleQuery part : parts(query)) {
            Result<JsonNode, VendorFailure> answer = connection.search(body(part, page));
            if (answer instanceof Result.Err<JsonNode, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            JsonNode found = answer.orElseThrow();
            if (!found.path("people").isArray()) {
                return Result.err(Failures.contract("search", "no list"));
            }
            List<Preview> previews = Fields.items(found.path("people")).stream()
                    .flatMap(person -> preview(person).stream())
                    .toList();
            previews.forEach(preview -> people.putIfAbsent(preview.ref(), preview));
            long entries = Fields.whole(found, "total_entries").orElse((long) previews.size());
            total += entries;
            more |= !previews.isEmpty() && (long) page * SearchBody.PER_PAGE < entries;
        }
        boolean truncated = more && page == LAST_PAGE;
        return Result.ok(new Page(new ArrayList<>(people.values()), total, more && !truncated, truncated));
    }

    private static List<PeopleQuery> parts(PeopleQuery query) {
        List<DomainName> domains = query.companyDomains();
        if (domains.size() <= MOST_DOMAINS) {
            return List.of(query);
        }
        List<PeopleQuery> parts = new ArrayList<>();
        for (int from = 0; from < domains.size(); from += MOST_DOMAINS) {
            parts.add(query.at(domains.subList(from, Math.min(domains.size(), from + MOST_DOMAINS))));
        }
        return parts;
    }

    private static Map<String, Object> body(PeopleQuery query, int page) {
        SearchBody body = new SearchBody()
                .with("person_titles", query.titles())
                .with(
                        "person_seniorities",
                        query.seniorities().stream().map(Seniority::wire).toList())
                .with("person_locations", query.personLocations())
                .atCompanies(
                        query.companyDomains(), query.employees(), query.companyLocations(), query.companyKeywords());
        if (query.exactTitles()) {
            body.with("include_similar_titles", false);
        }
        if (query.verifiedOnly()) {
            body.with("contact_email_status", List.of("verified"));
        }
        return body.page(page);
    }

    private static Optional<Preview> preview(JsonNode person) {
        return Fields.text(person, "id")
                .map(id -> new Preview(
                        Failures.VENDOR + ":" + id,
                        Fields.text(person, "first_name"),
                        Fields.text(person, "title"),
                        Fields.text(person.path("organization"), "name"),
                        Fields.flag(person, "has_email"),
                        Fields.text(person, "has_direct_phone")
                                .filter("yes"::equalsIgnoreCase)
                                .isPresent()));
    }
}
