package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.source.CompanyEnrichment;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and companies that it was told of; titles are all that a search looks at. One credit a record. Thread-safe. */
public final class FakePeopleData
        implements PeopleSearch, PeopleEnrichment, CompanyEnrichment, VendorCredits, VendorLimits {

    private static final int PER_PAGE = 10;
    private static final long SEARCHES_A_DAY = 2_000;

    private final List<PersonProfile> people = new ArrayList<>();
    private long credits;
    private long searches;
    private boolean down;

    public FakePeopleData(long credits) {
        this.credits = credits;
    }

    public synchronized void add(PersonProfile person) {
        people.add(person);
    }

    /** From now on nothing answers. */
    public synchronized void breakDown() {
        down = true;
    }

    public synchronized void spendAll() {
        credits = 0;
    }

    private static Details details(String message) {
        return Details.of("fake-data", "ask", message);
    }

    private Optional<VendorFailure> refusal(boolean paid) {
        if (down) {
            return Optional.of(new VendorFailure.Unavailable(details("unavailable")));
        }
        return paid && credits <= 0
                ? Optional.of(new VendorFailure.OutOfCredits(details("no credits are left")))
                : Optional.empty();
    }

    private static VendorFailure invalid(String field, String reason) {
        return new VendorFailure.Invalid(details(reason), field, reason);
    }

    @Override
    public synchronized Result<Page, VendorFailure> search(ClientId client, PeopleQuery query, int page) {
        if (query.isEmpty()) {
            return Result.err(invalid("query", "at least one filter"));
        }
        if (refusal(false).isPresent()) {
            return Result.err(refusal(false).get());
        }
        searches++;
        List<Preview> fitting = people.stream()
                .filter(person -> fits(person, query))
                .map(FakePeopleData::preview)
                .toList();
        int from = Math.min(fitting.size(), (page - 1) * PER_PAGE);
        int to = Math.min(fitting.size(), from + PER_PAGE);
        return Result.ok(new Page(fitting.subList(from, to), fitting.size(), to < fitting.size(), false));
    }

    private static boolean fits(PersonProfile person, PeopleQuery query) {
        String title = String.valueOf(person.details().title()).toLowerCase(Locale.ROOT);
        return query.titles().isEmpty()
                || query.titles().stream().anyMatch(wanted -> title.contains(wanted.toLowerCase(Locale.ROOT)));
    }

    private static Preview preview(PersonProfile person) {
        return new Preview(
                person.ref(),
                Optional.ofNullable(person.details().firstName()),
                Optional.ofNullable(person.details().title()),
                person.company().map(CompanyProfile::details).map(company -> String.valueOf(company.name())),
                person.email().isPresent(),
                person.phone().isPresent());
    }

    @Override
    public synchronized Result<Found, VendorFailure> enrich(ClientId client, PersonKey key) {
        if (!key.identifies()) {
            return Result.err(invalid("person", "too little to identify"));
        }
        return refusal(true).<Result<Found, VendorFailure>>map(Result::err).orElseGet(() -> {
            Optional<PersonProfile> found =
                    people.stream().filter(person -> is(person, key)).findFirst();
            credits -= found.isPresent() ? 1 : 0;
            return Result.ok(new Found(found, found.isPresent() ? 1 : 0));
        });
    }

    private static boolean is(PersonProfile person, PersonKey key) {
        return person.ref().equals(key.ref())
                || key.email() != null
                        && person.email().filter(key.email()::equals).isPresent()
                || key.linkedIn() != null
                        && person.linkedIn().filter(key.linkedIn()::equals).isPresent();
    }

    @Override
    public synchronized Batch enrichAll(ClientId client, List<PersonKey> keys) {
        int spent = 0;
        List<Result<Optional<PersonProfile>, VendorFailure>> answers = new ArrayList<>();
        for (PersonKey key : keys) {
            Result<Found, VendorFailure> answer = enrich(client, key);
            spent += answer.toOptional().map(Found::credits).orElse(0);
            answers.add(answer.map(Found::person));
        }
        return new Batch(answers, spent);
    }

    @Override
    public synchronized Result<Optional<CompanyProfile>, VendorFailure> enrich(ClientId client, DomainName domain) {
        return refusal(true)
                .<Result<Optional<CompanyProfile>, VendorFailure>>map(Result::err)
                .orElseGet(() -> {
                    Optional<CompanyProfile> found = people.stream()
                            .flatMap(person -> person.company().stream())
                            .filter(company -> domain.equals(company.details().domain()))
                            .findFirst();
                    credits -= found.isPresent() ? 1 : 0;
                    return Result.ok(found);
                });
    }

    @Override
    public Map<DomainName, Result<Optional<CompanyProfile>, VendorFailure>> enrichAll(
            ClientId client, Set<DomainName> domains) {
        Map<DomainName, Result<Optional<CompanyProfile>, VendorFailure>> answers = new HashMap<>();
        domains.forEach(domain -> answers.put(domain, enrich(client, domain)));
        return answers;
    }

    @Override
    public synchronized Result<Credits, VendorFailure> remaining(ClientId client) {
        return down
                ? Result.err(new VendorFailure.Unavailable(details("unavailable")))
                : Result.ok(new Credits(credits, Optional.empty()));
    }

    @Override
    public synchronized Result<List<Window>, VendorFailure> snapshot(ClientId client) {
        return down
                ? Result.err(new VendorFailure.Unavailable(details("unavailable")))
                : Result.ok(List.of(new Window(
                        "search",
                        Period.DAY,
                        Optional.of(SEARCHES_A_DAY),
                        searches,
                        Optional.of(SEARCHES_A_DAY - searches))));
    }
}
