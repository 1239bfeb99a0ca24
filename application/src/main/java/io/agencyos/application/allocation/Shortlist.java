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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The best of those who fit, and beside them the few who may be taken regardless of rank. Source: scoring POOL-8.2. */
final class Shortlist {

    private final ClientId client;
    private final int most;
    private final NavigableSet<RankedPerson> ranked = new TreeSet<>(RankedPerson.BEST_FIRST);
    private final NavigableMap<String, PoolPersonId> byChance = new TreeMap<>();
    private Predicate<PoolPersonId> elsewhere = person -> false;
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

    /** Whoever is better placed elsewhere just now is passed over, not forgotten. */
    void leaveTo(Predicate<PoolPersonId> others) {
        elsewhere = others;
    }

    boolean holds(PoolPersonId person) {
        return byChance.containsValue(person)
                || ranked.stream().anyMatch(candidate -> candidate.id().equals(person));
    }

    boolean isEmpty() {
        return ranked.stream().map(RankedPerson::id).allMatch(elsewhere)
                && byChance.values().stream().allMatch(elsewhere);
    }

    /** There were more who fit than are remembered, so that another look finds more. */
    boolean overflowed() {
        return overflowed;
    }

    /** Whom the next {@code count} places can go to: the best, and those whom chance prefers. */
    List<PoolPersonId> next(int count) {
        Set<PoolPersonId> next = new LinkedHashSet<>();
        ranked.stream()
                .map(RankedPerson::id)
                .filter(person -> !elsewhere.test(person))
                .limit(count)
                .forEach(next::add);
        byChance.values().stream()
                .filter(person -> !elsewhere.test(person))
                .limit(1L + count * Exploration.DEFAULT_SHARE / 100)
                .forEach(next::add);
        return List.copyOf(next);
    }

    /**
     * Who of them gets the next places.
     *
     * @param looked whom {@link #next} named; nobody is taken past a better one who was not looked at
     * @param eligible those of them who still fit and are ours to take
     * @param already how many the client was assigned in this period before
     */
    List<Pick> choose(Collection<PoolPersonId> looked, Set<PoolPersonId> eligible, int already, int count) {
        Set<PoolPersonId> seen = Set.copyOf(looked);
        List<PoolPersonId> best = ranked.stream()
                .map(RankedPerson::id)
                .takeWhile(person -> seen.contains(person) || elsewhere.test(person))
                .filter(eligible::contains)
                .toList();
        List<PoolPersonId> chance =
                byChance.values().stream().filter(eligible::contains).toList();
        Set<PoolPersonId> taken = new HashSet<>();
        List<Pick> picks = new ArrayList<>();
        while (picks.size() < count) {
            boolean explore = Exploration.falls(already + picks.size() + 1, Exploration.DEFAULT_SHARE);
            PoolPersonId person = Stream.of(explore ? chance : List.<PoolPersonId>of(), best)
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
        List<PoolPersonId> all = next(most);
        return choose(all, Set.copyOf(all), already, count);
    }

    void drop(Collection<PoolPersonId> people) {
        Set<PoolPersonId> gone = Set.copyOf(people);
        ranked.removeIf(person -> gone.contains(person.id()));
        byChance.values().removeIf(gone::contains);
    }
}
