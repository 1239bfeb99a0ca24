package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A network with the people and companies that were put there; a search finds everybody, whatever its words. Thread-safe. */
public final class FakeLinkedInProfiles implements LinkedInProfileSource {

    private static final String VENDOR = "fake-network";
    private static final int MOST_AT_ONCE = 100;

    private record Seat(ClientId client, String ref) {}

    private final Set<Seat> seats = new HashSet<>();
    private final Map<LinkedInUrl, List<Post>> posts = new HashMap<>();
    private final Map<LinkedInUrl, CompanyPage> companies = new HashMap<>();
    private List<Found> people = List.of();
    private boolean down;

    /** The client may look with this seat. */
    public synchronized void seat(ClientId client, String ref) {
        seats.add(new Seat(client, ref));
    }

    /** @param written the newest first */
    public synchronized void posts(LinkedInUrl person, List<Post> written) {
        posts.put(person, List.copyOf(written));
    }

    public synchronized void company(LinkedInUrl company, CompanyPage page) {
        companies.put(company, page);
    }

    /** What every search finds from now on. */
    public synchronized void people(List<Found> found) {
        people = List.copyOf(found);
    }

    /** From now on nobody is answered. */
    public synchronized void breakDown() {
        down = true;
    }

    @Override
    public synchronized Result<FoundPage, VendorFailure> search(
            ClientId client, String seat, Query query, @Nullable String from, int most) {
        if (most < 1 || most > MOST_AT_ONCE) {
            return Result.err(invalid("search", "most"));
        }
        if (query instanceof Query.Words(String keywords) && keywords.isBlank()) {
            return Result.err(invalid("search", "keywords"));
        }
        return looking(client, seat, "search", () -> {
            int begin = from == null ? 0 : Integer.parseInt(from);
            int end = Math.min(people.size(), begin + most);
            return Result.ok(new FoundPage(
                    people.subList(begin, end),
                    Optional.of(people.size()),
                    Optional.of(end).filter(next -> next < people.size()).map(String::valueOf)));
        });
    }

    @Override
    public synchronized Result<List<Post>, VendorFailure> posts(
            ClientId client, String seat, LinkedInUrl person, int most) {
        return looking(
                client,
                seat,
                "posts",
                () -> posts.containsKey(person)
                        ? Result.ok(posts.get(person).stream().limit(most).toList())
                        : Result.err(notFound("posts")));
    }

    /** Everybody is connected with five hundred people. */
    @Override
    public synchronized Result<PersonPage, VendorFailure> person(ClientId client, String seat, LinkedInUrl person) {
        return looking(
                client,
                seat,
                "person",
                () -> posts.containsKey(person)
                        ? Result.ok(new PersonPage("ref-" + person.slug(), Optional.of(500)))
                        : Result.err(notFound("person")));
    }

    /** A company writes one post. */
    @Override
    public synchronized Result<List<Post>, VendorFailure> companyPosts(
            ClientId client, String seat, String company, int most) {
        return looking(
                client,
                seat,
                "posts",
                () -> companies.values().stream().anyMatch(page -> page.ref().equals(company))
                        ? Result.ok(
                                List.of(new Post("We are hiring", Optional.empty(), 0, 0, 0, false, Optional.empty())))
                        : Result.err(notFound("posts")));
    }

    @Override
    public synchronized Result<CompanyPage, VendorFailure> company(ClientId client, String seat, LinkedInUrl company) {
        if (company.page() != LinkedInUrl.Page.COMPANY) {
            return Result.err(invalid("company", "linkedinUrl"));
        }
        return looking(
                client,
                seat,
                "company",
                () -> companies.containsKey(company)
                        ? Result.ok(companies.get(company))
                        : Result.err(notFound("company")));
    }

    private <T> Result<T, VendorFailure> looking(
            ClientId client, String seat, String operation, Supplier<Result<T, VendorFailure>> look) {
        if (!seats.contains(new Seat(client, seat))) {
            return Result.err(invalid(operation, "seat"));
        }
        return down
                ? Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, operation, "unavailable")))
                : look.get();
    }

    private static VendorFailure invalid(String operation, String field) {
        return new VendorFailure.Invalid(Details.of(VENDOR, operation, "not to be asked"), field, "not to be asked");
    }

    private static VendorFailure notFound(String operation) {
        return new VendorFailure.NotFound(Details.of(VENDOR, operation, "nobody's page"));
    }
}
