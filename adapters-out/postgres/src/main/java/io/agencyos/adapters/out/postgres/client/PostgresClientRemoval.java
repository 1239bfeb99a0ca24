package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;

/** Goes through the tables as the catalogue lists them; the proof stands in {@code client_removal}. */
public final class PostgresClientRemoval implements ClientRemoval {

    private final IdSource ids;

    public PostgresClientRemoval(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public List<Leaving> due(Instant now, int most) {
        return Db.query("""
            select c.client_id, t.client_id as twin
              from client c
              left join client t on t.twin_of = c.client_id
             where c.mode = 'live' and c.purge_after <= :now
             order by c.purge_after, c.client_id
             limit :most
            """)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Leaving(
                        Rows.id(row, "client_id", ClientId::new), Rows.idOrNull(row, "twin", ClientId::new)))
                .list();
    }

    @Override
    public void begin(Leaving leaving, Instant now) {
        Db.update("""
            with gone as (
                update client set deleted_at = coalesce(deleted_at, :now), updated_at = :now, row_version = row_version + 1
                 where client_id = :live or twin_of = :live
                returning client_id, purge_after)
            insert into client_removal (id, removed_client, due_at, started_at, owed_world, created_at, updated_at)
            select :id, client_id, purge_after, :now, (select client_id from gone where client_id <> :live), :now, :now
              from gone where client_id = :live
            on conflict (removed_client) do nothing
            """)
                .bind("live", leaving.live())
                .bind("id", ids.next())
                .bind("now", now)
                .execute();
        // a spot among the founders is the platform's and goes to the next
        Db.update("""
            update founding_spot
               set client_id = null, claimed_at = null, held_by = null, held_until = null, row_version = row_version + 1
             where client_id = :live
            """).bind("live", leaving.live()).execute();
    }

    @Override
    public List<ClientId> owedWorlds(int most) {
        return Db.query("""
            select owed_world from client_removal where owed_world is not null order by started_at, id limit :most
            """)
                .bind("most", most)
                .map((row, context) -> Rows.id(row, "owed_world", ClientId::new))
                .list();
    }

    @Override
    public void worldForgotten(ClientId twin, Instant now) {
        Db.update("""
            update client_removal set owed_world = null, updated_at = :now, row_version = row_version + 1
             where owed_world = :twin
            """).bind("twin", twin).bind("now", now).execute();
    }

    @Override
    public int removeSome(ClientId client, int most, Instant now) {
        return Db.query("select maint.remove_some(:most, :now)")
                .bind("most", most)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }
}
