package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Seven day counters of each seat, the first of them today's. */
public final class MemorySeatUsage implements SeatUsage {

    private static final int DAYS = 7;

    private final Quotas quotas;

    public MemorySeatUsage(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public Map<SeatId, Used> invitations(ClientId client, Collection<Seat> seats, Instant now) {
        Map<SeatId, Used> used = new HashMap<>();
        for (Seat seat : seats) {
            LocalDate today = LocalDate.ofInstant(now, seat.zone());
            List<Quotas.Counter> days = IntStream.range(0, DAYS)
                    .mapToObj(back -> new Quotas.Counter(
                            seat.id().value(),
                            QuotaMetric.LI_INVITE,
                            today.minusDays(back).atStartOfDay(seat.zone()).toInstant()))
                    .toList();
            Map<Quotas.Counter, Quotas.Count> counts = quotas.counts(client, days);
            int week = counts.values().stream().mapToInt(Quotas.Count::taken).sum();
            if (week > 0) {
                int first =
                        counts.getOrDefault(days.getFirst(), Quotas.Count.ZERO).taken();
                used.put(seat.id(), new Used(first, week));
            }
        }
        return used;
    }
}
