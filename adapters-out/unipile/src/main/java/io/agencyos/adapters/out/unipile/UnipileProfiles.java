package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Pages as a seat sees them, in the seat's turn. Source: unipile 4.6. */
final class UnipileProfiles implements LinkedInProfileSource {

    private static final int MOST = 100;

    private final Ways<UnipileAccount, Connection> ways;
    private final Seats seats;
    private final People people;

    UnipileProfiles(Ways<UnipileAccount, Connection> ways, Seats seats, People people) {
        this.ways = ways;
        this.seats = seats;
        this.people = people;
    }

    /** The vendor takes the person's lasting id only, so that is found out first. */
    @Override
    public Result<List<Post>, VendorFailure> posts(ClientId client, String seat, LinkedInUrl person, int most) {
        if (most < 1 || most > MOST) {
            return Result.err(Failures.invalid("posts", "most", "one to " + MOST));
        }
        return ways.of(client, "posts")
                .flatMap(account -> seats.inTurn(
                        account,
                        seat,
                        "posts",
                        connection -> people.resolve(connection, seat, person)
                                .flatMap(found -> connection
                                        .calls()
                                        .read("posts", () -> connection.speech().posts(seat, found.personRef(), most))
                                        .flatMap(answer -> listed(answer, most)))));
    }

    @Override
    public Result<PersonPage, VendorFailure> person(ClientId client, String seat, LinkedInUrl person) {
        return ways.of(client, "person")
                .flatMap(account ->
                        seats.inTurn(account, seat, "person", connection -> people.page(connection, seat, person)));
    }

    @Override
    public Result<List<Post>, VendorFailure> companyPosts(ClientId client, String seat, String company, int most) {
        if (most < 1 || most > MOST || company.isBlank()) {
            return Result.err(Failures.invalid("posts", "most", "one to " + MOST + " of a company"));
        }
        return ways.of(client, "posts")
                .flatMap(account -> seats.inTurn(
                        account,
                        seat,
                        "posts",
                        connection -> connection
                                .calls()
                                .read("posts", () -> connection.speech().postsOfCompany(seat, company, most))
                                .flatMap(answer -> listed(answer, most))));
    }

    private static Result<List<Post>, VendorFailure> listed(JsonNode answer, int most) {
        return answer.path("items").isArray()
                ? Result.ok(Fields.items(answer.path("items")).stream()
                        .map(UnipileProfiles::post)
                        .limit(most)
                        .toList())
                : Result.err(Failures.contract("posts", "no list"));
    }

    @Override
    public Result<FoundPage, VendorFailure> search(
            ClientId client, String seat, Query query, @Nullable String from, int most) {
        if (most < 1 || most > MOST) {
            return Result.err(Failures.invalid("search", "most", "one to " + MOST));
        }
        if (query instanceof Query.Words(String keywords) && keywords.isBlank()) {
            return Result.err(Failures.invalid("search", "keywords", "at least one word"));
        }
        return ways.of(client, "search")
                .flatMap(account -> seats.inTurn(
                        account,
                        seat,
                        "search",
                        connection -> connection
                                .calls()
                                .read("search", () -> connection.speech().search(seat, asked(query), most, from))
                                .flatMap(answer -> answer.path("items").isArray()
                                        ? Result.ok(found(answer))
                                        : Result.err(Failures.contract("search", "no list")))));
    }

    private static Map<String, Object> asked(Query query) {
        return switch (query) {
            case Query.Words(String keywords) -> Map.of("api", "classic", "category", "people", "keywords", keywords);
            case Query.Address(URI page) -> Map.of("url", page.toString());
        };
    }

    /** Whoever is shown without an id cannot be asked about again. */
    private static FoundPage found(JsonNode answer) {
        return new FoundPage(
                Fields.items(answer.path("items")).stream()
                        .flatMap(item -> Fields.text(item, "id").stream().map(id -> found(id, item)))
                        .toList(),
                Fields.whole(answer.path("paging"), "total_count")
                        .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
                        .map(Long::intValue),
                Fields.text(answer, "cursor"));
    }

    private static Found found(String id, JsonNode item) {
        return new Found(
                id,
                Fields.text(item, "name").orElse(""),
                Fields.text(item, "public_identifier"),
                Fields.text(item, "headline"),
                Fields.text(item, "location"));
    }

    private static Post post(JsonNode item) {
        return new Post(
                Fields.text(item, "text").orElse(""),
                Fields.instant(item, "parsed_datetime"),
                count(item, "reaction_counter"),
                count(item, "comment_counter"),
                count(item, "repost_counter"),
                Fields.flag(item, "is_repost"),
                Fields.text(item, "share_url").flatMap(UnipileProfiles::address));
    }

    private static int count(JsonNode item, String name) {
        return Fields.whole(item, name)
                .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(0);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public Result<CompanyPage, VendorFailure> company(ClientId client, String seat, LinkedInUrl company) {
        if (company.page() != LinkedInUrl.Page.COMPANY) {
            return Result.err(Failures.invalid("company", "linkedinUrl", "not the page of a company"));
        }
        return ways.of(client, "company")
                .flatMap(account -> seats.inTurn(
                        account,
                        seat,
                        "company",
                        connection -> connection
                                .calls()
                                .read("company", () -> connection.speech().company(seat, company.slug()))
                                .flatMap(page -> Fields.text(page, "id")
                                        .<Result<CompanyPage, VendorFailure>>map(id -> Result.ok(shown(id, page)))
                                        .orElseGet(() ->
                                                Result.err(Failures.contract("company", "a company without an id"))))));
    }

    private static CompanyPage shown(String id, JsonNode page) {
        return new CompanyPage(
                id,
                Fields.text(page, "name").orElse(""),
                Fields.text(page, "public_identifier"),
                Fields.text(page, "description"),
                Fields.whole(page, "employee_count")
                        .filter(count -> count > 0 && count <= Integer.MAX_VALUE)
                        .map(Long::intValue),
                Fields.text(page, "website").flatMap(UnipileProfiles::address),
                Fields.items(page.path("industry")).stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList());
    }
}
