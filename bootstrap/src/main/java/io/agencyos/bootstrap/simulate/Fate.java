package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What goes wrong in one world, and when: everything follows from the seed and from how often it was asked. */
final class Fate {

    /** What can go wrong. A world has about half of it. Source: issue 4 point 3 b. */
    enum Trouble {
        BUSY,
        BROKEN,
        DROPPED,
        HALF_ANSWERS,
        HANG_AFTER_ACCEPT,
        HANG_BEFORE,
        STALL,
        KILL,
        WEBHOOK_LOST,
        WEBHOOK_DOUBLED,
        WEBHOOK_REORDERED,
        PAUSE,
        DATABASE_LOSS,
        CLOCK_JUMP
    }

    /** How a process ends at one of its transactions. */
    enum Death {
        /** Nothing of the transaction is stored. */
        BEFORE_COMMIT,
        /** All of it is stored, and nothing after it happens. */
        AFTER_COMMIT
    }

    private static final int MILLION = 1_000_000;
    private static final int TRANSACTIONS_OF_A_PASS = 14;

    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private final RandomGenerator chance;
    private final int severity;
    private boolean calm;

    Fate(long seed) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (Trouble trouble : Trouble.values()) {
            if (chance.nextBoolean()) {
                troubles.add(trouble);
            }
        }
        severity = 1 + chance.nextInt(3);
    }

    Set<Trouble> troubles() {
        return Set.copyOf(troubles);
    }

    /** From here on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
    }

    boolean has(Trouble trouble) {
        return !calm && troubles.contains(trouble);
    }

    /** Whether it strikes at this occasion. */
    boolean strikes(Trouble trouble, int inThousand) {
        return has(trouble) && chance.nextInt(1000) < inThousand * severity;
    }

    boolean coin() {
        return chance.nextBoolean();
    }

    /** From the shorter to the longer, in whole seconds. */
    Duration between(Duration shortest, Duration longest) {
        return Duration.ofSeconds(chance.nextLong(shortest.toSeconds(), longest.toSeconds() + 1));
    }

    Death death() {
        return coin() ? Death.BEFORE_COMMIT : Death.AFTER_COMMIT;
    }

    /** At which of its transactions of this pass a process dies; 0 if it lives on. */
    int deathOfThisPass() {
        return strikes(Trouble.KILL, 40) ? 1 + chance.nextInt(TRANSACTIONS_OF_A_PASS) : 0;
    }

    /** What the vendor's server does to requests, and what becomes of its webhooks. */
    FaultRule[] rules() {
        List<FaultRule> rules = new ArrayList<>();
        if (has(Trouble.BUSY)) {
            rules.add(odds(60_000, FaultKind.STATUS).answering(429).retryAfter(2));
            rules.add(odds(20_000, FaultKind.STATUS).answering(429).retryAfter(1_800));
        }
        if (has(Trouble.BROKEN)) {
            rules.add(odds(40_000, FaultKind.STATUS).answering(503));
            rules.add(odds(30_000, FaultKind.STATUS_AFTER).answering(502));
        }
        if (has(Trouble.DROPPED)) {
            rules.add(writes(30_000, FaultKind.DROP_BEFORE));
            rules.add(writes(30_000, FaultKind.DROP_AFTER));
        }
        if (has(Trouble.HALF_ANSWERS)) {
            rules.add(odds(30_000, FaultKind.TRUNCATE));
        }
        if (has(Trouble.WEBHOOK_LOST)) {
            rules.add(odds(150_000, FaultKind.WEBHOOK_LOST));
        }
        if (has(Trouble.WEBHOOK_DOUBLED)) {
            rules.add(odds(200_000, FaultKind.WEBHOOK_DOUBLED));
        }
        if (has(Trouble.WEBHOOK_REORDERED)) {
            rules.add(odds(150_000, FaultKind.WEBHOOK_REORDERED));
        }
        if (has(Trouble.WEBHOOK_LOST)) {
            // without its proof it is nobody's word, and as good as lost
            rules.add(odds(50_000, FaultKind.WEBHOOK_UNSIGNED));
        }
        return rules.toArray(FaultRule[]::new);
    }

    private FaultRule odds(int perMillion, FaultKind kind) {
        return FaultRule.odds(Math.min(MILLION, perMillion * severity), kind, ".");
    }

    /** A read over a cut connection is repeated by the client itself, as often as it still has old connections. */
    private FaultRule writes(int perMillion, FaultKind kind) {
        return FaultRule.odds(perMillion * severity, kind, "^(POST|PUT) ");
    }
}
