package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Whether a client's senders can work its monthly leads in 22 working days. Compared exactly; the figures shown have one
 * decimal, HALF_UP. Source: scoring PLAN-2.
 *
 * @param leadsPerMonth the quota
 * @param dials how often a called lead is dialled
 */
@ValueObject
public record CapacityCheck(int leadsPerMonth, Dials dials) {

    private static final int WORKING_DAYS = 22;
    private static final int PER_CENT = 100;
    private static final int CLOSING_PER_CENT = 90;

    public CapacityCheck {
        if (leadsPerMonth < 1) {
            throw new IllegalArgumentException("a plan of " + leadsPerMonth + " leads");
        }
    }

    /** Calls made to called leads; two of each until 50 calls of the last 28 days tell better. */
    @ValueObject
    public record Dials(int calls, int leads) {

        public static final Dials PLANNED = new Dials(2, 1);

        private static final int ENOUGH = 50;

        public Dials {
            if (leads < 1 || calls < leads) {
                throw new IllegalArgumentException(calls + " calls to " + leads + " leads");
            }
        }

        /** What the client's own calls of the last 28 days say, where they are enough to go by. */
        public static Dials measured(int calls, int leads) {
            return calls >= ENOUGH && leads > 0 ? new Dials(calls, leads) : PLANNED;
        }
    }

    /**
     * A channel that cannot do its part ({@code CAPACITY_SHORTFALL}); only more senders help, never a wider window.
     *
     * @param perDay what is missing, in touches per working day
     */
    public record Shortfall(Channel channel, BigDecimal perDay) {}

    /** The closing e-mails of day 13, which take what is left and are no need of the plan (PACE-5). */
    public record Closing(BigDecimal wished, BigDecimal possible, int perCent) {}

    /** What a channel has to do on a working day; nothing where the plan has no need of it. */
    public BigDecimal need(Channel channel) {
        return shown(parts(channel), divisor());
    }

    /**
     * The channels whose senders do not suffice, in the default order.
     *
     * @param supply touches per working day by channel; a channel that is not named has none
     */
    public List<Shortfall> shortfalls(Map<Channel, Integer> supply) {
        List<Shortfall> found = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            long missing = parts(channel) - divisor() * supply.getOrDefault(channel, 0);
            if (missing > 0) {
                found.add(new Shortfall(channel, shown(missing, divisor())));
            }
        }
        return List.copyOf(found);
    }

    /** How many closing e-mails this supply leaves room for, if no lead ever answers or stops. */
    public Closing closing(int emailSupply) {
        long wished = (long) CLOSING_PER_CENT * dials.leads() * leadsPerMonth;
        long spare = Math.max(0, divisor() * emailSupply - parts(Channel.EMAIL));
        long possible = Math.min(wished, spare);
        int perCent = BigDecimal.valueOf(PER_CENT)
                .multiply(BigDecimal.valueOf(possible))
                .divide(BigDecimal.valueOf(wished), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return new Closing(shown(wished, divisor()), shown(possible, divisor()), perCent);
    }

    /** The need in parts of {@link #divisor}: leads a day, times what each lead gets in hundredths. */
    private long parts(Channel channel) {
        return switch (channel) {
            case EMAIL -> 200L * dials.leads() * leadsPerMonth;
            case LINKEDIN -> 75L * dials.leads() * leadsPerMonth;
            case VOICE -> 35L * dials.calls() * leadsPerMonth;
            case SMS -> 10L * dials.leads() * leadsPerMonth;
            case MAIL -> 0;
        };
    }

    private long divisor() {
        return (long) PER_CENT * WORKING_DAYS * dials.leads();
    }

    private static BigDecimal shown(long parts, long divisor) {
        return BigDecimal.valueOf(parts).divide(BigDecimal.valueOf(divisor), 1, RoundingMode.HALF_UP);
    }
}
