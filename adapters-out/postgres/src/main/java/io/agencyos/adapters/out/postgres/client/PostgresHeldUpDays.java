package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.client.billing.HeldUpDays;
import io.agencyos.domain.client.billing.HeldUpDay;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Rows of {@code held_up_day}. */
public final class PostgresHeldUpDays implements HeldUpDays {

    @Override
    public void note(HeldUpDay.Cause cause, Map<ClientId, LocalDate> days) {
        List<ClientId> clients = List.copyOf(days.keySet());
        Db.update("""
            insert into held_up_day (client_id, day, cause)
            select client_id, day, :cause from unnest(:clients, cast(:days as date[])) as d(client_id, day)
                on conflict do nothing
            """)
                .bind("cause", cause)
                .bind("clients", Db.uuids(clients))
                .bind(
                        "days",
                        clients.stream().map(days::get).map(String::valueOf).toArray(String[]::new))
                .execute();
    }

    @Override
    public int count(ClientId client, LocalDate from, LocalDate before) {
        return Db.query("""
            select count(distinct day) from held_up_day where client_id = :client and day >= :from and day < :before
            """)
                .bind("client", client)
                .bind("from", from)
                .bind("before", before)
                .mapTo(Integer.class)
                .one();
    }
}
