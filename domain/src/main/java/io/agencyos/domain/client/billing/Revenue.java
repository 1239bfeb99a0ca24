package io.agencyos.domain.client.billing;

import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the platform earned in months of Sydney. A month's movement is what a client paid at its start against its end, so a
 * payment that was late for three days moves nothing, and the start, what is new, what grew, less what shrank and what was
 * lost, is the end. Whatever lies before the ledger began is not known and not told. Source: api 9.17 revenue.
 */
public final class Revenue {

    private static final int DECIMALS = 4;
    private static final int MONTHS_OF_A_YEAR = 12;

    private Revenue() {}

    /**
     * What an account came to from an instant on.
     *
     * @param account one client, by a name that outlives it
     * @param opening stood in the books when the ledger began
     */
    public record Standing(UUID account, Instant at, Plan plan, Money monthly, boolean opening) {}

    /**
     * One month, or what has passed of it.
     *
     * @param total of all plans; empty for months that were over before the ledger began
     * @param plans each one's share; who changed the plan counts where it ended, who left where it was
     */
    public record Month(YearMonth month, Optional<Figures> total, Map<Plan, Figures> plans) {}

    /**
     * Of one month.
     *
     * @param monthly recurring revenue at its end, or now
     * @param clients who pay then
     * @param movements empty where the ledger began within the month
     */
    public record Figures(Money monthly, int clients, Optional<Movements> movements) {

        /** Recurring revenue of a year like this. */
        public Money yearly() {
            return monthly.times(MONTHS_OF_A_YEAR);
        }

        /** Recurring revenue of one client, to the cent; null where nobody pays. */
        public @Nullable Money perClient() {
            return clients == 0
                    ? null
                    : new Money(BigDecimal.valueOf(monthly.cents())
                            .divide(BigDecimal.valueOf(clients), 0, RoundingMode.HALF_UP)
                            .longValueExact());
        }
    }

    /** What moved between a month's start and its end; all amounts are positive. */
    public record Movements(Money start, Money fresh, Money expansion, Money contraction, Money churned) {

        static final Movements NONE = new Movements(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

        public Money net() {
            return fresh.plus(expansion).minus(contraction).minus(churned);
        }

        /** Growth over the start, to four decimals; null where there was nothing to grow from. */
        public @Nullable BigDecimal change() {
            return ratio(net());
        }

        /** What was lost of the start, to four decimals; null where there was nothing to lose. */
        public @Nullable BigDecimal churnRate() {
            return ratio(churned);
        }

        private @Nullable BigDecimal ratio(Money of) {
            return start.cents() == 0
                    ? null
                    : BigDecimal.valueOf(of.cents())
                            .divide(BigDecimal.valueOf(start.cents()), DECIMALS, RoundingMode.HALF_UP);
        }

        private Movements from(Money before) {
            return new Movements(start.plus(before), fresh, expansion, contraction, churned);
        }

        private Movements moved(Money before, Money after) {
            Money more = after.minus(before);
            if (more.cents() == 0) {
                return this;
            }
            if (before.cents() == 0) {
                return new Movements(start, fresh.plus(more), expansion, contraction, churned);
            }
            if (after.cents() == 0) {
                return new Movements(start, fresh, expansion, contraction, churned.plus(before));
            }
            return more.cents() > 0
                    ? new Movements(start, fresh, expansion.plus(more), contraction, churned)
                    : new Movements(start, fresh, expansion, contraction.minus(more), churned);
        }
    }

    /**
     * So many months up to this one, the first first.
     *
     * @param standings at least the last of each account and month of Sydney, in any order
     * @param now nothing later is told
     */
    public static List<Month> months(List<Standing> standings, YearMonth last, int months, Instant now) {
        List<Standing> inOrder =
                standings.stream().sorted(Comparator.comparing(Standing::at)).toList();
        Optional<Instant> began =
                inOrder.stream().filter(Standing::opening).map(Standing::at).max(Comparator.naturalOrder());
        List<Month> told = new ArrayList<>();
        for (int back = months - 1; back >= 0; back--) {
            told.add(month(inOrder, last.minusMonths(back), now, began));
        }
        return List.copyOf(told);
    }

    private static Month month(List<Standing> inOrder, YearMonth month, Instant now, Optional<Instant> began) {
        Instant start = startOf(month);
        Instant next = startOf(month.plusMonths(1));
        if (start.isAfter(now) || began.filter(at -> !at.isBefore(next)).isPresent()) {
            return new Month(month, Optional.empty(), Map.of());
        }
        Map<UUID, Standing> before = standing(inOrder, at -> at.isBefore(start));
        Map<UUID, Standing> after = standing(inOrder, at -> at.isBefore(next) && !at.isAfter(now));
        boolean moves = began.filter(at -> at.isAfter(start)).isEmpty();
        Map<Plan, Figures> plans = new EnumMap<>(Plan.class);
        for (Plan plan : Plan.values()) {
            plans.put(plan, figures(before, after, plan, moves));
        }
        return new Month(month, Optional.of(figures(before, after, null, moves)), plans);
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(BillingPeriod.ZONE).toInstant();
    }

    private static Map<UUID, Standing> standing(List<Standing> inOrder, Predicate<Instant> until) {
        Map<UUID, Standing> latest = new HashMap<>();
        for (Standing one : inOrder) {
            if (!until.test(one.at())) {
                break;
            }
            latest.put(one.account(), one);
        }
        return latest;
    }

    private static Figures figures(
            Map<UUID, Standing> before, Map<UUID, Standing> after, @Nullable Plan plan, boolean moves) {
        Set<UUID> accounts = new HashSet<>(after.keySet());
        accounts.addAll(before.keySet());
        Money monthly = Money.ZERO;
        int clients = 0;
        Movements movements = Movements.NONE;
        for (UUID account : accounts) {
            Standing was = before.get(account);
            Standing is = after.get(account);
            Money paid = was == null ? Money.ZERO : was.monthly();
            Money pays = is == null ? Money.ZERO : is.monthly();
            if (is != null && pays.cents() > 0 && isOf(plan, is)) {
                monthly = monthly.plus(pays);
                clients++;
            }
            if (was != null && isOf(plan, was)) {
                movements = movements.from(paid);
            }
            Standing counted = pays.cents() > 0 ? is : was;
            if (counted != null && isOf(plan, counted)) {
                movements = movements.moved(paid, pays);
            }
        }
        return new Figures(monthly, clients, moves ? Optional.of(movements) : Optional.empty());
    }

    private static boolean isOf(@Nullable Plan plan, Standing standing) {
        return plan == null || plan == standing.plan();
    }
}
