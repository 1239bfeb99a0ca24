package io.agencyos.application.conversion.refine;

import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.learning.PatternPreferences;
import io.agencyos.application.conversion.learning.Steering;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.evolve.IcpRefinement;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Criteria;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Refined;
import io.agencyos.domain.conversion.evolve.Segment;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the pattern of leads and lets the rules of refinement act on a search. */
public final class RefineSearches implements LearnedTargets {

    private final Function<ClientId, PatternPreferences.Leads> learned;
    private final RefinementLog log;
    private final Clients clients;
    private final ClockPort clock;
    private final IdSource ids;

    public RefineSearches(
            PatternPreferences learned, RefinementLog log, Clients clients, ClockPort clock, IdSource ids) {
        this.learned = learned::leads;
        this.log = log;
        this.clients = clients;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Aim searched(ClientId client, Aim base) {
        PatternPreferences.Leads known = learned.apply(client);
        return pattern(known)
                .map(pattern -> {
                    Criteria criteria = criteria(base, pattern);
                    Refined refined =
                            refined(pattern, criteria, known.settings().lockedFields());
                    if (!refined.changes().isEmpty()) {
                        log.add(told(client, pattern, criteria, refined));
                    }
                    return aim(base, criteria, refined.criteria());
                })
                .orElse(base);
    }

    /** Sizes stay as they are, and an industry is asked for only where some were: both could only take people away. */
    @Override
    public Aim taken(ClientId client, Aim base) {
        PatternPreferences.Leads known = learned.apply(client);
        return pattern(known)
                .map(pattern -> refined(
                                pattern,
                                criteria(base, pattern),
                                known.settings().lockedFields())
                        .criteria())
                .map(wider -> new Aim(
                        base.industries().isEmpty() ? base.industries() : wider.industries(),
                        wider.titles(),
                        base.sizes()))
                .orElse(base);
    }

    @Override
    public int assignmentPercent(ClientId client) {
        return learned.apply(client).settings().explore().assignments();
    }

    @Override
    public int exploredPercent(ClientId client) {
        PatternPreferences.Leads known = learned.apply(client);
        return pattern(known).isPresent() ? known.settings().explore().sourcing() : 0;
    }

    private static Optional<LearnedPattern> pattern(PatternPreferences.Leads known) {
        return known.who().filter(pattern -> known.settings().refinement());
    }

    private static Refined refined(LearnedPattern pattern, Criteria base, Set<LockedField> locked) {
        List<Segment> segments = Steering.segments(pattern);
        return IcpRefinement.of(
                base,
                new IcpRefinement.Known(
                        of(segments, Who.TITLE),
                        of(segments, Who.INDUSTRY),
                        Steering.sweetSpot(pattern).orElse(null),
                        pattern.confidence(),
                        Steering.days(pattern)),
                locked);
    }

    private static List<Segment> of(List<Segment> segments, String dimension) {
        return segments.stream()
                .filter(segment -> segment.dimension().equals(dimension))
                .toList();
    }

    private Refinement told(ClientId client, LearnedPattern pattern, Criteria base, Refined refined) {
        Instant now = clock.now();
        return new Refinement(
                ids.next(),
                client,
                pattern.version(),
                base,
                refined.criteria(),
                refined.changes(),
                pattern.confidence(),
                now.atZone(clients.find(client).orElseThrow().timezone()).toLocalDate(),
                now);
    }

    /** The rules know one range: of sizes with gaps between them it is the one in which the sweet spot lies. */
    private static Criteria criteria(Aim base, LearnedPattern pattern) {
        List<SizeRange> ranges = SizeRange.disjoint(ranges(base.sizes()));
        Optional<SizeRange> sweet = Steering.sweetSpot(pattern)
                .flatMap(band -> SizeRange.parse(band).toOptional());
        Optional<SizeRange> one = ranges.stream()
                .filter(range -> sweet.filter(band -> meet(range, band)).isPresent())
                .findFirst()
                .or(() -> ranges.stream().findFirst());
        return new Criteria(
                base.titles(),
                base.industries(),
                one.map(SizeRange::least).orElse(null),
                one.filter(range -> range.most().isPresent())
                        .map(range -> range.most().getAsInt())
                        .orElse(null));
    }

    private static boolean meet(SizeRange one, SizeRange other) {
        return one.includes(other.least()) || other.includes(one.least());
    }

    private static List<SizeRange> ranges(List<String> sizes) {
        return sizes.stream()
                .flatMap(size -> SizeRange.parse(size).toOptional().stream())
                .toList();
    }

    private static Aim aim(Aim base, Criteria before, Criteria refined) {
        boolean same = Objects.equals(before.employeesFrom(), refined.employeesFrom())
                && Objects.equals(before.employeesTo(), refined.employeesTo());
        return new Aim(
                refined.industries(),
                refined.titles(),
                same ? base.sizes() : List.of(label(refined.employeesFrom(), refined.employeesTo())));
    }

    private static String label(@Nullable Integer from, @Nullable Integer to) {
        int least = from == null ? 1 : from;
        return to == null ? least + "+" : least + "-" + to;
    }
}
