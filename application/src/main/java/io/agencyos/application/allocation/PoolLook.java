package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.RankedPerson;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look over the free people of the pool for all demands that are open at the same time: a page is read once, then
 * each client says what it thinks of these people, in a unit of its own.
 */
final class PoolLook {

    private static final int PAGE = 5_000;
    private static final int MOST_LOOKED_AT = 100_000;

    private final AllocationPorts ports;
    private final CandidateChecks checks;
    private final UnitOfWork units;
    private final SideBySide sideBySide = new SideBySide();

    PoolLook(AllocationPorts ports, CandidateChecks checks, UnitOfWork units) {
        this.ports = ports;
        this.checks = checks;
        this.units = units;
    }

    /** Who did not fit one demand. */
    static final class Refused {
        private final Map<AssignmentRefusal, Integer> counts = new EnumMap<>(AssignmentRefusal.class);
        private final Map<IcpFilter.Dimension, Integer> mismatches = new EnumMap<>(IcpFilter.Dimension.class);
        private final List<PreviewAssignment.Left> left = new ArrayList<>();

        Map<AssignmentRefusal, Integer> counts() {
            return Map.copyOf(counts);
        }

        /** The first of them, in the order of the look. */
        List<PreviewAssignment.Left> left() {
            return List.copyOf(left);
        }

        /** The dimension on which most people failed. */
        Optional<IcpFilter.Dimension> narrowest() {
            return mismatches.entrySet().stream()
                    .max(Map.Entry.<IcpFilter.Dimension, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey);
        }

        /** Somebody who fits and is refused all the same: of more interest than those who do not fit. */
        void first(PoolPerson person, AssignmentRefusal refusal) {
            counts.merge(refusal, 1, Integer::sum);
            left.addFirst(new PreviewAssignment.Left(PreviewAssignmentService.told(person), refusal, null));
            if (left.size() > PreviewAssignment.MOST) {
                left.removeLast();
            }
        }

        private void add(PoolPerson person, AssignmentRefusal refusal, IcpFilter.@Nullable Dimension dimension) {
            counts.merge(refusal, 1, Integer::sum);
            if (left.size() < PreviewAssignment.MOST) {
                left.add(new PreviewAssignment.Left(PreviewAssignmentService.told(person), refusal, dimension));
            }
            if (dimension != null) {
                mismatches.merge(dimension, 1, Integer::sum);
            }
        }
    }

    /**
     * What the look found.
     *
     * @param refused by the demands' numbers, as they were given
     * @param more there are people who were not looked at
     */
    record Found(PoolBoard board, List<Refused> refused, boolean more) {}

    Found look(List<Demand> demands, Instant now) {
        Set<Country> countries = countries(demands);
        Map<ClientId, List<Integer>> byClient = new LinkedHashMap<>();
        List<Refused> refused = new ArrayList<>();
        for (int number = 0; number < demands.size(); number++) {
            byClient.computeIfAbsent(demands.get(number).clientId(), client -> new ArrayList<>())
                    .add(number);
            refused.add(new Refused());
        }
        List<PoolBoard.Line> fit = new ArrayList<>();
        @Nullable PoolPersonId after = null;
        boolean more = true;
        for (int seen = 0; more && seen < MOST_LOOKED_AT; seen += PAGE) {
            @Nullable PoolPersonId from = after;
            CandidateChecks.Seen page =
                    units.onPlatform(() -> checks.look(ports.candidates().page(countries, from, PAGE)));
            List<PoolBoard.Line> lines = page.people().stream()
                    .map(person -> line(person, demands.size()))
                    .toList();
            sideBySide.run(
                    byClient.entrySet(),
                    client -> units.inTenant(TenantScope.worker(client.getKey()), () -> {
                        CandidateChecks.Judge judge = checks.judge(client.getKey(), page, now);
                        alike(demands, client.getValue())
                                .forEach(numbers ->
                                        judge(judge, demands, numbers, page.people(), countries, lines, refused));
                    }));
            lines.stream().filter(PoolBoard.Line::fitsAnybody).forEach(fit::add);
            more = page.people().size() == PAGE;
            after = more ? page.people().getLast().id() : null;
        }
        return new Found(new PoolBoard(fit), refused, more);
    }

    /** The countries outside of which nobody fits any of them; empty when there is no such limit. */
    private static Set<Country> countries(List<Demand> demands) {
        Set<Country> all = new HashSet<>();
        for (Demand demand : demands) {
            Set<Country> own = demand.filter().countries();
            if (own.isEmpty()) {
                return Set.of();
            }
            all.addAll(own);
        }
        return all;
    }

    private static PoolBoard.Line line(PoolPerson person, int demands) {
        return new PoolBoard.Line(new RankedPerson(person.id(), 0, person.confidence(), person.createdAt()), demands);
    }

    /** One client's demands, together where they are for the same campaign: what is said of a person is said for all of them. */
    private static Collection<List<Integer>> alike(List<Demand> demands, List<Integer> ofClient) {
        return ofClient.stream()
                .collect(Collectors.groupingBy(
                        number -> List.of(
                                demands.get(number).campaign(),
                                demands.get(number).senders()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** @param lookedFor the page has nobody outside these countries */
    private static void judge(
            CandidateChecks.Judge judge,
            List<Demand> demands,
            List<Integer> numbers,
            List<PoolPerson> people,
            Set<Country> lookedFor,
            List<PoolBoard.Line> lines,
            List<Refused> refused) {
        Demand demand = demands.get(numbers.getFirst());
        Set<Country> own = demand.filter().countries();
        Set<Country> countries = own.equals(lookedFor) ? Set.of() : own;
        for (int i = 0; i < people.size(); i++) {
            PoolPerson person = people.get(i);
            // somebody else's demand brought this person onto the page
            if (!countries.isEmpty() && (person.country() == null || !countries.contains(person.country()))) {
                continue;
            }
            PoolBoard.Line line = lines.get(i);
            switch (judge.of(demand, person)) {
                case CandidateChecks.Verdict.Fits fits -> numbers.forEach(number -> line.fits(number, fits.preview()));
                case CandidateChecks.Verdict.Refused(var refusal, var dimension) ->
                    numbers.forEach(number -> refused.get(number).add(person, refusal, dimension));
            }
        }
    }
}
