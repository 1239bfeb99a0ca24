package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every version of every pattern. */
public final class MemoryPatterns implements Patterns {

    private static final Comparator<LearnedPattern> NEWEST_FIRST = Comparator.comparing(LearnedPattern::computedAt)
            .reversed()
            .thenComparing(pattern -> pattern.type().wire())
            .thenComparing(Comparator.comparingInt(LearnedPattern::version).reversed());

    private final MemoryTable<UUID, LearnedPattern> table;

    public MemoryPatterns(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, LearnedPattern>ofTenants(
                        "conversion_pattern", units, LearnedPattern::clientId, LearnedPattern::id)
                .unique(
                        "uq_conversion_pattern_cut_off",
                        each -> List.of(each.clientId(), each.type(), each.cutOff(), each.settings()))
                .writtenBy(Role.WORKER);
    }

    @Override
    public List<LearnedPattern> newest(ClientId client) {
        return Stream.of(PatternType.values())
                .flatMap(type -> of(client, type).max(Comparator.comparingInt(LearnedPattern::version)).stream())
                .toList();
    }

    @Override
    public Optional<LearnedPattern> find(ClientId client, PatternType type, Instant cutOff, String settings) {
        return of(client, type)
                .filter(pattern ->
                        pattern.cutOff().equals(cutOff) && pattern.settings().equals(settings))
                .findFirst();
    }

    @Override
    public Optional<LearnedPattern> version(ClientId client, PatternType type, int version) {
        return of(client, type).filter(pattern -> pattern.version() == version).findFirst();
    }

    @Override
    public List<LearnedPattern> history(ClientId client, @Nullable PatternType type, @Nullable UUID after, int limit) {
        Optional<LearnedPattern> last = after == null ? Optional.empty() : table.find(after);
        return table.rows()
                .filter(pattern -> pattern.clientId().equals(client))
                .filter(pattern -> type == null || pattern.type() == type)
                .filter(pattern -> after == null
                        || last.filter(each -> NEWEST_FIRST.compare(each, pattern) < 0)
                                .isPresent())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public LearnedPattern publish(LearnedPattern pattern) {
        int last = of(pattern.clientId(), pattern.type())
                .mapToInt(LearnedPattern::version)
                .max()
                .orElse(0);
        of(pattern.clientId(), pattern.type())
                .filter(each -> each.status() == PatternStatus.ACTIVE)
                .toList()
                .forEach(each -> table.put(with(each, each.version(), PatternStatus.SUPERSEDED)));
        LearnedPattern published = with(pattern, last + 1, PatternStatus.ACTIVE);
        table.insert(published);
        return published;
    }

    @Override
    public List<Across> across(int leastClients, Instant now) {
        return Stream.of(PatternType.values())
                .map(type -> table.rows()
                        .filter(pattern -> pattern.type() == type)
                        .collect(Collectors.toMap(
                                LearnedPattern::clientId,
                                pattern -> pattern,
                                BinaryOperator.maxBy(Comparator.comparingInt(LearnedPattern::version))))
                        .values())
                .filter(newest -> newest.size() >= leastClients)
                .map(newest -> across(newest, now))
                .toList();
    }

    private static Across across(Collection<LearnedPattern> newest, Instant now) {
        BigDecimal sum = newest.stream().map(LearnedPattern::confidence).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Across(
                newest.iterator().next().type(),
                newest.size(),
                (int) newest.stream().filter(pattern -> pattern.isValid(now)).count(),
                newest.stream().mapToLong(LearnedPattern::sampleSize).sum(),
                newest.stream().mapToLong(LearnedPattern::conversions).sum(),
                sum.divide(BigDecimal.valueOf(newest.size()), 4, RoundingMode.HALF_UP),
                newest.stream()
                        .map(LearnedPattern::computedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    @Override
    public int expire(ClientId client, Instant now) {
        List<LearnedPattern> out = table.rows()
                .filter(pattern -> pattern.clientId().equals(client)
                        && pattern.status() == PatternStatus.ACTIVE
                        && !pattern.validUntil().isAfter(now))
                .toList();
        out.forEach(each -> table.put(with(each, each.version(), PatternStatus.EXPIRED)));
        return out.size();
    }

    @Override
    public int forget(ClientId client, Instant before) {
        List<LearnedPattern> old = table.rows()
                .filter(pattern -> pattern.clientId().equals(client)
                        && pattern.status() != PatternStatus.ACTIVE
                        && pattern.computedAt().isBefore(before)
                        && of(client, pattern.type()).anyMatch(newer -> newer.version() > pattern.version()))
                .toList();
        old.forEach(each -> table.remove(each.id()));
        return old.size();
    }

    private Stream<LearnedPattern> of(ClientId client, PatternType type) {
        return table.rows().filter(pattern -> pattern.clientId().equals(client) && pattern.type() == type);
    }

    private static LearnedPattern with(LearnedPattern pattern, int version, PatternStatus status) {
        return new LearnedPattern(
                pattern.id(),
                pattern.clientId(),
                pattern.type(),
                version,
                pattern.schema(),
                pattern.document(),
                pattern.sampleSize(),
                pattern.conversions(),
                pattern.confidence(),
                pattern.label(),
                pattern.windowStart(),
                pattern.windowEnd(),
                pattern.cutOff(),
                pattern.settings(),
                pattern.computedAt(),
                status,
                pattern.run());
    }
}
