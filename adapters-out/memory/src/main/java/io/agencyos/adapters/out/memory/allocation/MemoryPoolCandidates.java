package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.PoolCandidates;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The free people of the pool. Units of work run one after the other here, so that nobody is ever locked. */
public final class MemoryPoolCandidates implements PoolCandidates {

    private final MemoryPoolPeople pool;

    public MemoryPoolCandidates(MemoryPoolPeople pool) {
        this.pool = pool;
    }

    @Override
    public List<PoolPerson> page(Set<Country> countries, @Nullable PoolPersonId after, int limit) {
        return pool.all()
                .filter(MemoryPoolCandidates::open)
                .filter(person -> countries.isEmpty() || there(person, countries))
                .filter(person -> after == null || person.id().text().compareTo(after.text()) > 0)
                .sorted(java.util.Comparator.comparing(person -> person.id().text()))
                .limit(limit)
                .toList();
    }

    private static boolean open(PoolPerson person) {
        return person.status() == PoolStatus.AVAILABLE || person.status() == PoolStatus.COOLING;
    }

    private static boolean there(PoolPerson person, Set<Country> countries) {
        Country country = person.country();
        return country != null && countries.contains(country);
    }

    @Override
    public Set<PoolPersonId> free(Collection<PoolPersonId> ids) {
        return lockFree(ids).stream().map(PoolPerson::id).collect(Collectors.toSet());
    }

    @Override
    public Set<PoolPersonId> heldBefore(Collection<PoolPersonId> ids) {
        Set<PoolPersonId> wanted = Set.copyOf(ids);
        return pool.claimEvents()
                .map(MemoryPoolPeople.ClaimEvent::person)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<PoolPerson> lockFree(Collection<PoolPersonId> ids) {
        Set<PoolPersonId> held = pool.claims(ids).keySet();
        return pool.findAll(ids).stream()
                .filter(MemoryPoolCandidates::open)
                .filter(person -> !held.contains(person.id()))
                .toList();
    }

    @Override
    public Map<PoolPersonId, PastHolds> past(ClientId client, Collection<PoolPersonId> ids, Instant since) {
        Set<PoolPersonId> wanted = Set.copyOf(ids);
        Map<PoolPersonId, PastHolds> past = new LinkedHashMap<>();
        pool.claimEvents().filter(event -> wanted.contains(event.person())).forEach(event -> {
            PastHolds before = past.getOrDefault(event.person(), PastHolds.NONE);
            past.put(event.person(), after(before, event, client, since));
        });
        return past;
    }

    private static PastHolds after(
            PastHolds before, MemoryPoolPeople.ClaimEvent event, ClientId client, Instant since) {
        if (event.happened() == MemoryPoolPeople.Happened.CLAIMED) {
            boolean counts = event.at().isAfter(since);
            return new PastHolds(before.claimsOfTheYear() + (counts ? 1 : 0), before.reasons(), before.leftLast());
        }
        ReleaseReason reason = event.reason();
        if (reason == null) {
            return before;
        }
        boolean own = event.client().equals(client);
        Set<ReleaseReason> reasons = EnumSet.noneOf(ReleaseReason.class);
        reasons.addAll(before.reasons());
        if (own) {
            reasons.add(reason);
        }
        return new PastHolds(before.claimsOfTheYear(), reasons, own && reason == ReleaseReason.CLIENT_CANCELLED);
    }
}
