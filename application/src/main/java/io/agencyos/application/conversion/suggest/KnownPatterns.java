package io.agencyos.application.conversion.suggest;

import io.agencyos.application.conversion.learning.Steering;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.Segment;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The valid patterns as rules read them. */
record KnownPatterns(List<Segment> segments, Map<PatternType, BigDecimal> confidence, Node.Members versions) {

    static KnownPatterns of(List<LearnedPattern> newest, Instant now) {
        List<LearnedPattern> valid =
                newest.stream().filter(pattern -> pattern.isValid(now)).toList();
        Node.Builder versions = Node.members();
        valid.forEach(pattern -> versions.with(
                pattern.type().wire(),
                Node.members()
                        .with("version", pattern.version())
                        .with("confidence", Node.figure(pattern.confidence()))
                        .with("sample_size", pattern.sampleSize())
                        .with("computed_at", pattern.computedAt().toString())
                        .done()));
        return new KnownPatterns(
                valid.stream()
                        .flatMap(pattern -> Steering.segments(pattern).stream())
                        .toList(),
                valid.stream().collect(Collectors.toMap(LearnedPattern::type, LearnedPattern::confidence)),
                versions.done());
    }
}
