package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Numbers whose texts carriers filter, by day, in {@code number_rest}. */
public final class PostgresNumberRests implements NumberRests {

    @Override
    public int filtered(ClientId client, ResourceId number, LocalDate day) {
        return Db.query("""
            insert into number_rest as n (client_id, resource_id, day, filtered) values (:client, :number, :day, 1)
            on conflict (client_id, resource_id, day) do update
               set filtered = n.filtered + 1, updated_at = now(), row_version = n.row_version + 1
            returning filtered
            """)
                .bind("client", client)
                .bind("number", number)
                .bind("day", day)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void rest(ClientId client, ResourceId number, LocalDate day, Instant until) {
        Db.update("""
            insert into number_rest as n (client_id, resource_id, day, filtered, rest_until)
            values (:client, :number, :day, 0, :until)
            on conflict (client_id, resource_id, day) do update
               set rest_until = excluded.rest_until, updated_at = now(), row_version = n.row_version + 1
            """)
                .bind("until", until)
                .bind("client", client)
                .bind("number", number)
                .bind("day", day)
                .execute();
    }

    @Override
    public Set<ResourceId> resting(ClientId client, Instant now) {
        return new HashSet<>(
                Db.query("select resource_id from number_rest where client_id = :client and rest_until > :now")
                        .bind("client", client)
                        .bind("now", now)
                        .mapTo(ResourceId.class)
                        .list());
    }
}
