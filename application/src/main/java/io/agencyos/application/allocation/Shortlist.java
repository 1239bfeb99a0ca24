package io.agencyos.application.allocation;

import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.allocation.RankedPerson;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PoolPersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The best of those who fit, and beside them the few who may be taken regardless of rank. Source: scoring POOL-8.2. */
final class Shortlist {

    private final ClientId client;
    private final int most;
    private final NavigableSet<RankedPerson> ranked = new TreeSet<>(RankedPerson.BEST_FIRST);
    private final NavigableMap<String, PoolPersonId> byChance = new TreeMap<>();
    private boolean overflowed;

    /** @param most how many are remembered in each order; whoever is worse is forgotten */
    Shortlist(ClientId client, int most) {
        this.client = client;
        this.most = most;
    }

    /** One who is chosen. */
    record Pick(PoolPersonId person, boolean explored) {}

    void offer(RankedPerson person) {
        ranked.add(person);
        byChance.put(Exploration.order(person.id(), client), person.id());
        if (ranked.size() > most) {
            ranked.pollLast();
            overflowed = true;
        }
        if (byChance.size() > most) {
            byChance.pollLastEntry();
        }
    }

    boolean isEmpty() {
        return ranked.isEmpty() && byChance.isEmpty();
    }

    /** There were more who fit than are remembered, so that another look finds more. */
    boolean overflowed() {
        return overflowed;
    }

    /** Whom the next {@code count} places can go to: the best, and those whom chance prefers. */
    List<PoolPersonId> next(int count) {
        Set<PoolPersonId> next = new LinkedHashSet<>();
        ranked.stream().limit(count).map(RankedPerson::id).forEach(next::add);
        byChance.values().stream()
                .limit(1L + count * Exploration.DEFAULT_SHARE / 100)
                .forEach(next::add);
        return List.copyOf(next);
    }

    /**
     * Who of them gets the next places.
     *
     * @param eligible those of {@link #next} who still fit and are ours to take
     * @param already how many the client was assigned in this period before
     */
    List<Pick> choose(Set<PoolPersonId> eligible, int already, int count) {
        List<PoolPersonId> best =
                ranked.stream().map(RankedPerson::id).filter(eligible::contains).toList();
        List<PoolPersonId> chance =
                byChance.values().stream().filter(eligible::contains).toList();
        Set<PoolPersonId> taken = new HashSet<>();
        List<Pick> picks = new ArrayList<>();
        while (picks.size() < count) {
            boolean explore = Exploration.falls(already + picks.size() + 1, Exploration.DEFAULT_SHARE);
            PoolPersonId person = Stream.of(explore ? chance : best, explore ? best : chance)
                    .flatMap(List::stream)
                    .filter(candidate -> !taken.contains(candidate))
                    .findFirst()
                    .orElse(null);
            if (person == null) {
                break;
            }
            taken.add(person);
            picks.add(new Pick(person, explore));
        }
        return picks;
    }

    /** Whom the places would go to if nobody else took anybody. */
    List<Pick> pretend(int already, int count) {
        return choose(Set.copyOf(next(most)), already, count);
    }

    void drop(Collection<PoolPersonId> people) {
        Set<PoolPersonId> gone = Set.copyOf(people);
        ranked.removeIf(person -> gone.contains(person.id()));
        byChance.values().removeIf(gone::contains);
    }
}
