package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counters and who holds them; a counter's row appears with its first unit. */
public final class MemoryQuotas implements Quotas {

    private record Key(ClientId client, Counter counter) {}

    private record Row(ClientId client, Counter counter, int limit, Count count) {
        Key key() {
            return new Key(client, counter);
        }
    }

    private record Held(ClientId client, TouchId touch, Counter counter) {}

    private final MemoryTable<Key, Row> counters;
    private final MemoryTable<Held, Held> reservations;

    public MemoryQuotas(MemoryUnitOfWork units) {
        counters = MemoryTable.<Key, Row>ofTenants("quota_counter", units, Row::client, Row::key)
                .writtenBy(Role.WORKER);
        reservations = MemoryTable.<Held, Held>ofTenants("quota_reservation", units, Held::client, held -> held)
                .writtenBy(Role.WORKER);
    }

    @Override
    public Map<TouchId, Counter> reserve(ClientId client, List<Claim> claims) {
        Map<TouchId, Counter> refused = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Optional<Bound> full = claim.bounds().stream()
                    .filter(bound -> count(client, bound.counter()).taken() >= bound.limit())
                    .findFirst();
            if (full.isPresent()) {
                refused.put(claim.touch(), full.get().counter());
            } else {
                claim.bounds().forEach(bound -> {
                    reservations.insert(new Held(client, claim.touch(), bound.counter()));
                    add(client, bound, 1, 0);
                });
            }
        }
        return refused;
    }

    @Override
    public void release(ClientId client, Collection<TouchId> touches) {
        settle(client, touches, 0);
    }

    @Override
    public Set<TouchId> use(ClientId client, Collection<TouchId> touches) {
        Set<TouchId> empty = new LinkedHashSet<>(touches);
        empty.removeAll(settle(client, touches, 1));
        return empty;
    }

    /** Ends what these touches hold, with so many used units in the place of each; answers those that held something. */
    private Set<TouchId> settle(ClientId client, Collection<TouchId> touches, int used) {
        List<Held> ended = rows(client, touches);
        for (Held held : ended) {
            reservations.remove(held);
            add(client, new Bound(held.counter(), limit(client, held.counter())), -1, used);
        }
        return ended.stream().map(Held::touch).collect(Collectors.toSet());
    }

    @Override
    public void book(ClientId client, List<Claim> claims) {
        claims.forEach(claim -> claim.bounds().forEach(bound -> add(client, bound, 0, 1)));
    }

    @Override
    public Map<TouchId, List<Counter>> held(ClientId client, Collection<TouchId> touches) {
        return rows(client, touches).stream()
                .collect(Collectors.groupingBy(
                        Held::touch, Collectors.mapping(Held::counter, Collectors.toUnmodifiableList())));
    }

    @Override
    public Map<Counter, Count> counts(ClientId client, Collection<Counter> wanted) {
        Map<Counter, Count> counts = new LinkedHashMap<>();
        for (Counter counter : wanted) {
            counters.find(new Key(client, counter)).ifPresent(row -> counts.put(counter, row.count()));
        }
        return counts;
    }

    private List<Held> rows(ClientId client, Collection<TouchId> touches) {
        Set<TouchId> wanted = new HashSet<>(touches);
        return reservations
                .rows()
                .filter(held -> held.client().equals(client) && wanted.contains(held.touch()))
                .toList();
    }

    private Count count(ClientId client, Counter counter) {
        return counters.find(new Key(client, counter)).map(Row::count).orElse(Count.ZERO);
    }

    private int limit(ClientId client, Counter counter) {
        return counters.find(new Key(client, counter)).map(Row::limit).orElseThrow();
    }

    private void add(ClientId client, Bound bound, int reserved, int used) {
        Count before = count(client, bound.counter());
        Count after = new Count(before.reserved() + reserved, before.used() + used);
        counters.put(new Row(client, bound.counter(), bound.limit(), after));
    }
}
