package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Moves everything that hangs on one pool person to another, and remembers that they were two in {@code pool_merge}. */
final class PoolMerges {

    private PoolMerges() {}

    static void move(PoolPersonId kept, PoolPersonId dropped, String reason, IdSource ids, Instant now) {
        // in the order of their ids, so that two merges never wait for each other
        int locked = Db.query("select id from pool_person where id = any (:ids) order by id for update")
                .bind("ids", Db.uuids(List.of(kept, dropped)))
                .mapTo(UUID.class)
                .list()
                .size();
        if (locked != 2) {
            throw new ConcurrentUpdate("pool person merged meanwhile");
        }
        both(
                "update pool_identity set owner_id = :kept, row_version = row_version + 1"
                        + " where owner_id = :dropped and owner_kind = 'person'",
                kept,
                dropped);
        both(
                "update pool_claim set person_id = :kept, row_version = row_version + 1 where person_id = :dropped",
                kept,
                dropped);
        both("""
            update pool_employment
               set person_id = :kept, row_version = row_version + 1,
                   seq = seq + (select coalesce(max(seq), 0) + 1 from pool_employment where person_id = :kept)
             where person_id = :dropped
            """, kept, dropped);
        both("""
            update pool_person
               set claims_12m = claims_12m + (select claims_12m from pool_person where id = :dropped)
             where id = :kept
            """, kept, dropped);
        remember(kept, dropped, reason, ids, now);
        Db.update("delete from pool_person where id = :dropped")
                .bind("dropped", dropped)
                .execute();
    }

    private static void both(String sql, PoolPersonId kept, PoolPersonId dropped) {
        Db.update(sql).bind("kept", kept).bind("dropped", dropped).execute();
    }

    /** Whoever was merged into the dropped one is now merged into the one that stays; lines are never changed. */
    private static void remember(PoolPersonId kept, PoolPersonId dropped, String reason, IdSource ids, Instant now) {
        List<UUID> gone =
                Db.query("""
                    select :dropped union select dropped_id from pool_merge where kept_id = :dropped
                    """).bind("dropped", dropped).mapTo(UUID.class).list();
        for (UUID id : gone) {
            Db.update("""
                insert into pool_merge (id, kept_id, dropped_id, reason, merged_at, created_at)
                values (:id, :kept, :gone, :reason, :now, :now)
                """)
                    .bind("id", ids.next())
                    .bind("kept", kept)
                    .bind("gone", id)
                    .bind("reason", reason)
                    .bind("now", now)
                    .execute();
        }
    }
}
