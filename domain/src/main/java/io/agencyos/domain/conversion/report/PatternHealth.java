package io.agencyos.domain.conversion.report;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is amiss with a client's patterns and learned weights, as rules in the order of the table. Source: CIS 19.2. */
public final class PatternHealth {

    private static final Duration SOON = Duration.ofDays(3);
    private static final long LOW_SAMPLE = 30;
    private static final BigDecimal LOW_CONFIDENCE = new BigDecimal("0.5");
    private static final long LEARNS_FROM = 20;

    /** In ten-thousandths, the unit of weights. */
    private static final int HIGH_WEIGHT = 4_500;

    private static final int LOW_WEIGHT = 800;

    /** How urgent it is. */
    public enum Severity implements Vocabulary {
        MEDIUM,
        HIGH
    }

    /** What is amiss. */
    public enum Code implements Vocabulary {
        EXPIRED,
        EXPIRING_SOON,
        LOW_SAMPLE,
        LOW_CONFIDENCE,
        EXTREME_WEIGHT,
        MISSING_PATTERN,
        DRIFT,
        CALIBRATION
    }

    /**
     * A pattern as far as its health goes.
     *
     * @param drifted whether it contradicts the version before it
     */
    public record Standing(PatternType type, Instant validUntil, long sample, BigDecimal confidence, boolean drifted) {

        private boolean expired(Instant now) {
            return !validUntil.isAfter(now);
        }
    }

    /**
     * A client as far as the health of its learning goes.
     *
     * @param patterns the newest of each type
     * @param conversions matured ones of a year
     * @param learned weights in force that were learned, its own or those of the platform
     */
    public record Patient(List<Standing> patterns, long conversions, Optional<Weights> learned, TierRates tiers) {

        public Patient {
            patterns = List.copyOf(patterns);
        }

        private boolean hasWeight(IntPredicate extreme) {
            return learned.filter(each -> IntStream.of(
                                    each.dataQuality(), each.authority(), each.companyFit(), each.timing(), each.risk())
                            .anyMatch(extreme))
                    .isPresent();
        }
    }

    /** A warning about a pattern, or about all of a client's learning. */
    public record Warning(@Nullable PatternType type, Code code, Severity severity) {}

    private record OfPattern(Code code, Severity severity, BiPredicate<Standing, Instant> holds) {}

    private record OfClient(Code code, Severity severity, BiPredicate<Patient, Instant> holds) {}

    private static final List<OfPattern> OF_PATTERNS = List.of(
            new OfPattern(Code.EXPIRED, Severity.HIGH, Standing::expired),
            new OfPattern(
                    Code.EXPIRING_SOON,
                    Severity.MEDIUM,
                    (pattern, now) ->
                            !pattern.expired(now) && !pattern.validUntil().isAfter(now.plus(SOON))),
            new OfPattern(Code.LOW_SAMPLE, Severity.MEDIUM, (pattern, now) -> pattern.sample() < LOW_SAMPLE),
            new OfPattern(
                    Code.LOW_CONFIDENCE,
                    Severity.MEDIUM,
                    (pattern, now) -> pattern.confidence().compareTo(LOW_CONFIDENCE) < 0),
            new OfPattern(Code.DRIFT, Severity.MEDIUM, (pattern, now) -> pattern.drifted()));

    private static final List<OfClient> OF_CLIENTS = List.of(
            new OfClient(
                    Code.EXTREME_WEIGHT, Severity.HIGH, (client, now) -> client.hasWeight(each -> each > HIGH_WEIGHT)),
            new OfClient(
                    Code.EXTREME_WEIGHT, Severity.MEDIUM, (client, now) -> client.hasWeight(each -> each < LOW_WEIGHT)),
            new OfClient(
                    Code.MISSING_PATTERN,
                    Severity.MEDIUM,
                    (client, now) -> client.conversions() >= LEARNS_FROM
                            && client.patterns().stream().allMatch(pattern -> pattern.expired(now))),
            new OfClient(
                    Code.CALIBRATION,
                    Severity.HIGH,
                    (client, now) -> client.tiers().areInverted()));

    private PatternHealth() {}

    /** Everything that is amiss, pattern by pattern, then what concerns all of them. */
    public static List<Warning> warnings(Patient client, Instant now) {
        return Stream.concat(
                        client.patterns().stream()
                                .flatMap(pattern -> OF_PATTERNS.stream()
                                        .filter(rule -> rule.holds().test(pattern, now))
                                        .map(rule -> new Warning(pattern.type(), rule.code(), rule.severity()))),
                        OF_CLIENTS.stream()
                                .filter(rule -> rule.holds().test(client, now))
                                .map(rule -> new Warning(null, rule.code(), rule.severity())))
                .toList();
    }
}
