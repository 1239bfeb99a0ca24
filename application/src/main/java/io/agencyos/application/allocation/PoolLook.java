package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.RankedPerson;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through the free people of the pool, page by page in a unit of its own, and remembers the best who fit. */
final class PoolLook {

    private static final int PAGE = 1_000;
    private static final int MOST_LOOKED_AT = 100_000;

    /** A few more than are wanted, for those whom somebody else takes first. */
    private static final int SPARE = 200;

    private final AllocationPorts ports;
    private final CandidateChecks checks;
    private final UnitOfWork units;

    PoolLook(AllocationPorts ports, CandidateChecks checks, UnitOfWork units) {
        this.ports = ports;
        this.checks = checks;
        this.units = units;
    }

    /** What the look found. */
    static final class Found {
        private final Shortlist shortlist;
        private final Map<AssignmentRefusal, Integer> refused = new EnumMap<>(AssignmentRefusal.class);
        private final Map<IcpFilter.Dimension, Integer> mismatches = new EnumMap<>(IcpFilter.Dimension.class);
        private final List<PreviewAssignment.Left> left = new ArrayList<>();
        private final Map<PoolPersonId, Rank> ranks = new java.util.HashMap<>();

        private Found(Shortlist shortlist) {
            this.shortlist = shortlist;
        }

        Shortlist shortlist() {
            return shortlist;
        }

        Map<AssignmentRefusal, Integer> refused() {
            return Map.copyOf(refused);
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

        /** Empty for whoever did not fit. */
        Optional<Rank> rankOf(PoolPersonId person) {
            return Optional.ofNullable(ranks.get(person));
        }

        Rank rank(PoolPersonId person) {
            return java.util.Objects.requireNonNull(ranks.get(person));
        }
    }

    /** What a person would score. */
    record Rank(int score, Tier tier) {}

    Found look(TenantScope worker, Demand demand, int wanted, Instant now) {
        Found found = new Found(new Shortlist(demand.clientId(), wanted * 2 + SPARE));
        @Nullable PoolPersonId after = null;
        for (int seen = 0; seen < MOST_LOOKED_AT; seen += PAGE) {
            @Nullable PoolPersonId from = after;
            List<PoolPerson> page = units.inTenant(worker, () -> {
                List<PoolPerson> people =
                        ports.candidates().page(demand.filter().countries(), from, PAGE);
                add(found, demand, people, now);
                return people;
            });
            if (page.size() < PAGE) {
                break;
            }
            after = page.getLast().id();
        }
        return found;
    }

    private void add(Found found, Demand demand, List<PoolPerson> people, Instant now) {
        Map<PoolPersonId, PoolPerson> byId =
                people.stream().collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        checks.judge(demand, people, now).forEach((id, verdict) -> {
            switch (verdict) {
                case CandidateChecks.Verdict.Fits(PoolPerson person, var preview, var former) -> {
                    found.ranks.put(id, new Rank(preview.score(), preview.tier()));
                    found.shortlist.offer(
                            new RankedPerson(id, preview.score(), person.confidence(), person.createdAt()));
                }
                case CandidateChecks.Verdict.Refused(var refusal, var dimension) -> {
                    found.refused.merge(refusal, 1, Integer::sum);
                    if (found.left.size() < PreviewAssignment.MOST) {
                        found.left.add(new PreviewAssignment.Left(
                                PreviewAssignmentService.told(Objects.requireNonNull(byId.get(id))),
                                refusal,
                                dimension));
                    }
                    if (dimension != null) {
                        found.mismatches.merge(dimension, 1, Integer::sum);
                    }
                }
            }
        });
    }
}
