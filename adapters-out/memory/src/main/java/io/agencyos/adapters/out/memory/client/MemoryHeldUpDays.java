package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.billing.HeldUpDays;
import io.agencyos.domain.client.billing.HeldUpDay;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Map;

/** What held clients up, and when. */
public final class MemoryHeldUpDays implements HeldUpDays {

    private record Row(ClientId client, LocalDate day, HeldUpDay.Cause cause) {}

    private final MemoryTable<Row, Row> rows;

    public MemoryHeldUpDays(MemoryUnitOfWork units) {
        rows = MemoryTable.<Row, Row>ofTenants("held_up_day", units, Row::client, row -> row)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public void note(HeldUpDay.Cause cause, Map<ClientId, LocalDate> days) {
        days.forEach((client, day) -> rows.put(new Row(client, day, cause)));
    }

    @Override
    public int count(ClientId client, LocalDate from, LocalDate before) {
        return Math.toIntExact(rows.rows()
                .filter(row -> row.client().equals(client))
                .map(Row::day)
                .filter(day -> !day.isBefore(from) && day.isBefore(before))
                .distinct()
                .count());
    }
}
