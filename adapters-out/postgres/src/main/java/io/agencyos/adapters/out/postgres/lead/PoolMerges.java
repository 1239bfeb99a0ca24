package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Realm;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** By what else people are known into whom others were merged. */
    static Map<PoolPersonId, List<Suppressions.Key>> aliases(Collection<PoolPersonId> people) {
        Map<PoolPersonId, List<Suppressions.Key>> aliases = new HashMap<>();
        if (people.isEmpty()) {
            return aliases;
        }
        Db.query("""
            with kept as materialized (select distinct kept_id from pool_merge where kept_id = any (:ids))
            select kept_id person_id, 'person' kind, dropped_id::text value from pool_merge
             where kept_id in (select kept_id from kept)
            union all
            select owner_id, case kind when 'personal_email' then 'email' else kind end, substr(value_key, length(:realm) + 1)
              from pool_identity
             where owner_id in (select kept_id from kept) and kind in ('email', 'personal_email', 'linkedin')
            """)
                .bind("ids", Db.uuids(people))
                .bind("realm", Realm.prefix())
                .map((row, context) -> aliases.computeIfAbsent(
                                Rows.id(row, "person_id", PoolPersonId::new), id -> new ArrayList<>())
                        .add(new Suppressions.Key(
                                Rows.word(row, "kind", SuppressionKeyType.class), Rows.text(row, "value"))))
                .list();
        return aliases;
    }

    /** Who a removed lead was, whatever record the person is in by now. */
    static Optional<PoolPersonId> formerly(LeadId removed) {
        return Db.query("""
            select coalesce((select m.kept_id from pool_merge m where m.dropped_id = f.pool_person_id
                              order by m.merged_at desc, m.id desc limit 1), f.pool_person_id) as person_id
              from former_lead f where f.removed_lead = :lead
            """)
                .bind("lead", removed)
                .map((row, context) -> Rows.id(row, "person_id", PoolPersonId::new))
                .findOne();
    }
}
