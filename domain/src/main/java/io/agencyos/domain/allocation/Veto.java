package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** Whether a client may still reject a lead that it was given, and gets its credit back. Source: scoring B12. */
public final class Veto {

    /** A lead is rejected while its assignment is younger than this. */
    public static final Duration WINDOW = Duration.ofHours(48);

    private static final int MOST_PERCENT = 5;

    /** Why not, in the order in which it is asked. */
    public enum Refusal implements Vocabulary {
        /** The client does not hold the person, or brought it itself. */
        NOT_FROM_THE_POOL,
        /** Something was sent already, or is being sent. */
        TOUCHED,
        /** The assignment is 48 hours old. */
        TOO_LATE,
        /** A twentieth of the period's quota was rejected already. */
        TOO_MANY
    }

    /**
     * @param assignedAt when the allocator gave the person to the client; null where it does not hold it that way
     * @param touches sent to the lead, and such as can no longer be recalled
     * @param vetoed leads that the client rejected in its present period
     * @param quota leads that the period grants
     */
    @ValueObject
    public record Facts(@Nullable Instant assignedAt, int touches, int vetoed, int quota, Instant now) {}

    private record Check(Refusal refusal, Predicate<Facts> fails) {}

    private static final List<Check> CHECKS = List.of(
            new Check(Refusal.NOT_FROM_THE_POOL, facts -> facts.assignedAt() == null),
            new Check(Refusal.TOUCHED, facts -> facts.touches() > 0),
            new Check(Refusal.TOO_LATE, Veto::late),
            new Check(Refusal.TOO_MANY, facts -> facts.vetoed() >= most(facts.quota())));

    private Veto() {}

    /** The first reason against it; empty where the lead may be rejected. */
    public static Optional<Refusal> refusal(Facts facts) {
        return CHECKS.stream()
                .filter(check -> check.fails().test(facts))
                .map(Check::refusal)
                .findFirst();
    }

    /** How many leads of a period may be rejected: ⌊5 % of the quota⌋. */
    public static int most(int quota) {
        return Math.toIntExact((long) quota * MOST_PERCENT / 100);
    }

    private static boolean late(Facts facts) {
        return facts.assignedAt() != null
                && !facts.now().isBefore(facts.assignedAt().plus(WINDOW));
    }
}
