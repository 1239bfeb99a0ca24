package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Moves everything that hangs on one pool person to another, and remembers that they were two in {@code pool_merge}. */
final class PoolMerges {

    private PoolMerges() {}

    static void move(PoolPerson merged, PoolPerson gone, String reason, IdSource ids, Instant now) {
        lock(merged, gone);
        PoolPersonId kept = merged.id();
        PoolPersonId dropped = gone.id();
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

    /**
     * In the order of their ids, so that two merges never wait for each other. Whoever was claimed after it was decided to
     * merge has another version by now: the claim's lead would be left with nobody.
     */
    private static void lock(PoolPerson one, PoolPerson other) {
        Map<UUID, Integer> versions = Db.query(
                        "select id, row_version from pool_person where id = any (:ids) order by id for update")
                .bind("ids", Db.uuids(List.of(one.id(), other.id())))
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getInt("row_version")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean same = Stream.of(one, other)
                .allMatch(person -> Objects.equals(versions.get(person.id().value()), person.version()));
        if (!same) {
            throw new ConcurrentUpdate("pool person claimed, changed or merged meanwhile");
        }
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
