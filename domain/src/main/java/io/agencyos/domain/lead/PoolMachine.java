package io.agencyos.domain.lead;

import static io.agencyos.domain.lead.PoolStatus.AVAILABLE;
import static io.agencyos.domain.lead.PoolStatus.BOUNCED;
import static io.agencyos.domain.lead.PoolStatus.CLAIMED;
import static io.agencyos.domain.lead.PoolStatus.CONVERTED;
import static io.agencyos.domain.lead.PoolStatus.COOLING;
import static io.agencyos.domain.lead.PoolStatus.ERASED;
import static io.agencyos.domain.lead.PoolStatus.INVALID;
import static io.agencyos.domain.lead.PoolStatus.UNSUBSCRIBED;

import io.agencyos.domain.shared.Result;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The states of a person of the pool and what moves them, row by row as in the table. Source: scoring POOL-3. */
public final class PoolMachine {

    /** What goes with a move. */
    public enum Effect {
        /** Nobody writes to the address any more; other channels stay open. */
        EMAIL_CLOSED,
        /** The opt-out is remembered whatever the status. */
        OPT_OUT_FLAGGED,
        /** The new address has no bounces. */
        BOUNCES_FORGOTTEN
    }

    /** The state in which the person is then. */
    public record Moved(PoolStatus to, Set<Effect> effects) {

        public Moved {
            effects = Set.copyOf(effects);
        }
    }

    /** {@code invalid_pool_transition}: nothing changes. */
    public record IllegalMove(PoolStatus from, PoolEvent event) {}

    private record Row(Set<PoolStatus> from, Predicate<PoolEvent> on, Function<PoolStatus, Moved> to) {}

    /** The state of a person who has just become known. */
    public static final PoolStatus INGESTED = AVAILABLE;

    private static final Set<PoolStatus> UNOWNED = EnumSet.of(AVAILABLE, COOLING);
    private static final Set<PoolStatus> LIVE = EnumSet.of(AVAILABLE, COOLING, CLAIMED);

    private static final List<Row> TABLE = List.of(
            row(Set.of(AVAILABLE), event -> event instanceof PoolEvent.Claimed, CLAIMED),
            row(Set.of(COOLING), event -> event instanceof PoolEvent.Claimed(boolean back) && back, CLAIMED),
            row(Set.of(CLAIMED), event -> event instanceof PoolEvent.LetGo(boolean rests) && rests, COOLING),
            row(Set.of(CLAIMED), event -> event instanceof PoolEvent.LetGo(boolean rests) && !rests, AVAILABLE),
            row(Set.of(COOLING), PoolEvent.Plain.RESTED::equals, AVAILABLE),
            row(Set.of(CLAIMED), PoolEvent.Plain.CONVERTED::equals, CONVERTED),
            staying(LIVE, event -> event instanceof PoolEvent.AddressDied(boolean other) && other, Effect.EMAIL_CLOSED),
            row(
                    UNOWNED,
                    event -> event instanceof PoolEvent.AddressDied(boolean other) && !other,
                    BOUNCED,
                    Effect.EMAIL_CLOSED),
            row(
                    Set.of(CLAIMED),
                    event -> event instanceof PoolEvent.AddressDied(boolean other) && !other,
                    BOUNCED,
                    Effect.EMAIL_CLOSED),
            row(
                    Set.of(BOUNCED),
                    event -> event instanceof PoolEvent.Reenriched(boolean good, boolean owned) && good && !owned,
                    AVAILABLE,
                    Effect.BOUNCES_FORGOTTEN),
            row(
                    Set.of(BOUNCED),
                    event -> event instanceof PoolEvent.Reenriched(boolean good, boolean owned) && good && owned,
                    CLAIMED,
                    Effect.BOUNCES_FORGOTTEN),
            row(
                    EnumSet.complementOf(EnumSet.of(CONVERTED, ERASED)),
                    PoolEvent.Plain.OPTED_OUT::equals,
                    UNSUBSCRIBED,
                    Effect.OPT_OUT_FLAGGED),
            staying(Set.of(CONVERTED), PoolEvent.Plain.OPTED_OUT::equals, Effect.OPT_OUT_FLAGGED),
            row(LIVE, PoolEvent.Plain.NO_ROUTE_LEFT::equals, INVALID),
            row(Set.of(INVALID), PoolEvent.Plain.VALID_DATA_ARRIVED::equals, AVAILABLE),
            row(EnumSet.allOf(PoolStatus.class), PoolEvent.Plain.ERASED::equals, ERASED));

    private PoolMachine() {}

    /** Where {@code event} brings a person who is in {@code from}. */
    public static Result<Moved, IllegalMove> on(PoolStatus from, PoolEvent event) {
        return TABLE.stream()
                .filter(row -> row.from().contains(from) && row.on().test(event))
                .findFirst()
                .map(row -> row.to().apply(from))
                .<Result<Moved, IllegalMove>>map(Result::ok)
                .orElseGet(() -> Result.err(new IllegalMove(from, event)));
    }

    private static Row row(Set<PoolStatus> from, Predicate<PoolEvent> on, PoolStatus to, Effect... effects) {
        Moved moved = new Moved(to, Set.copyOf(Arrays.asList(effects)));
        return new Row(from, on, state -> moved);
    }

    private static Row staying(Set<PoolStatus> from, Predicate<PoolEvent> on, Effect... effects) {
        return new Row(from, on, state -> new Moved(state, Set.copyOf(Arrays.asList(effects))));
    }
}
