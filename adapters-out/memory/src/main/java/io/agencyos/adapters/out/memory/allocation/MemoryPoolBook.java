package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.store.PoolBook;
import io.agencyos.application.client.Clients;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same lists, by walking the fake of the pool. */
public final class MemoryPoolBook implements PoolBook {

    private static final int MOST_INDUSTRIES = 10;

    private final MemoryPoolPeople people;
    private final Clients clients;

    public MemoryPoolBook(MemoryPoolPeople people, Clients clients) {
        this.people = people;
        this.clients = clients;
    }

    private <T> Map<T, Long> counted(Function<PoolPerson, T> of) {
        return people.all().collect(Collectors.groupingBy(of, Collectors.counting()));
    }

    @Override
    public Stats stats() {
        Map<String, Long> industries = people.all()
                .map(person -> person.company().industry())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Stats(
                counted(PoolPerson::status),
                counted(person -> person.contact().emailStatus()),
                industries.entrySet().stream()
                        .map(entry -> new Industry(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Industry::people)
                                .reversed()
                                .thenComparing(Industry::name))
                        .limit(MOST_INDUSTRIES)
                        .toList());
    }

    private Optional<PoolClaim> claim(PoolPersonId id) {
        return people.held()
                .filter(claim -> claim.personId().equals(id) && claim.status().isExclusive())
                .findFirst();
    }

    @Override
    public List<Use> uses() {
        return clients.allLive().stream()
                .map(client -> new Use(
                        client.id(),
                        client.name(),
                        held(client, ClaimStatus.ACTIVE),
                        held(client, ClaimStatus.CONVERTED)))
                .filter(use -> use.active() + use.converted() > 0)
                .sorted(Comparator.comparing(Use::active)
                        .reversed()
                        .thenComparing(use -> use.client().text()))
                .toList();
    }

    private long held(Client client, ClaimStatus status) {
        return people.held()
                .filter(claim -> claim.clientId().equals(client.id()) && claim.status() == status)
                .count();
    }

    private static <T> boolean any(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static Predicate<After> behind(@Nullable After after) {
        return place -> after == null
                || place.at().isBefore(after.at())
                || place.at().equals(after.at())
                        && place.id().text().compareTo(after.id().text()) < 0;
    }

    private static <T> Comparator<T> newest(Function<T, Instant> at, Function<T, PoolPersonId> id) {
        return Comparator.comparing(at)
                .thenComparing(row -> id.apply(row).text())
                .reversed();
    }

    @Override
    public List<Person> people(Filter filter, @Nullable After after, int limit) {
        return people.all()
                .map(this::person)
                .filter(one -> any(filter.statuses(), one.status())
                        && any(filter.emails(), one.emailStatus())
                        && (filter.industry() == null || filter.industry().equals(one.industry()))
                        && (filter.country() == null || filter.country().equals(one.country()))
                        && (filter.holders().isEmpty()
                                || one.holder() != null && filter.holders().contains(one.holder())))
                .filter(one -> behind(after).test(new After(one.createdAt(), one.id())))
                .sorted(newest(Person::createdAt, Person::id))
                .limit(limit)
                .toList();
    }

    private Person person(PoolPerson one) {
        String name = one.person().fullName();
        return new Person(
                one.id(),
                name.isEmpty() ? null : name,
                one.person().title(),
                one.company().name(),
                one.company().industry(),
                one.person().country() == null ? null : one.person().country().alpha2(),
                one.contact().email() == null ? null : one.contact().email().value(),
                one.contact().emailStatus(),
                one.status(),
                one.source(),
                one.claimsInTwelveMonths(),
                one.lastContactedAt(),
                one.coolingUntil(),
                claim(one.id()).map(PoolClaim::clientId).orElse(null),
                one.createdAt());
    }

    @Override
    public Optional<WithHistory> find(PoolPersonId id) {
        return people.findAll(List.of(id)).stream()
                .findFirst()
                .map(one -> new WithHistory(
                        person(one),
                        people.claimEvents()
                                .filter(event -> event.person().equals(id))
                                .sorted(Comparator.comparing(MemoryPoolPeople.ClaimEvent::at)
                                        .thenComparing(event -> event.id().toString())
                                        .reversed())
                                .map(event -> new Event(
                                        event.client(),
                                        Happened.valueOf(event.happened().name()),
                                        event.reason(),
                                        event.at()))
                                .toList()));
    }

    @Override
    public List<Hold> holds(List<ClientId> of, Set<ClaimStatus> statuses, @Nullable After after, int limit) {
        Map<ClientId, Client> live =
                clients.allLive().stream().collect(Collectors.toMap(Client::id, Function.identity()));
        return people.held()
                .filter(claim -> live.containsKey(claim.clientId()))
                .filter(claim -> (of.isEmpty() || of.contains(claim.clientId())) && any(statuses, claim.status()))
                .filter(claim -> behind(after).test(new After(claim.claimedAt(), claim.personId())))
                .sorted(newest(PoolClaim::claimedAt, PoolClaim::personId))
                .limit(limit)
                .map(claim -> new Hold(
                        claim.personId(),
                        claim.clientId(),
                        live.get(claim.clientId()).name(),
                        claim.leadId(),
                        claim.claimedBy(),
                        claim.status(),
                        claim.claimedAt()))
                .toList();
    }
}
