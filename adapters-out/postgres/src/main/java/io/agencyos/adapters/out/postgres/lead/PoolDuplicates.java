package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People of the pool whom two clients hold under different names, kept as alerts until somebody looks. */
final class PoolDuplicates {

    private static final String DUPLICATE = "duplicate_owned:";

    private PoolDuplicates() {}

    static void flag(PoolPersonId one, PoolPersonId other, IdSource ids, Instant now) {
        List<String> both = Stream.of(one.text(), other.text()).sorted().toList();
        Db.update("""
            insert into alert (id, fingerprint, severity, source, title, first_at, last_at)
            values (:id, :fingerprint, 'warning', 'pool', 'Two clients own one person', :now, :now)
            on conflict (fingerprint) where resolved_at is null
            do update set count = alert.count + 1, last_at = excluded.last_at, row_version = alert.row_version + 1
            """)
                .bind("id", ids.next())
                .bind("fingerprint", DUPLICATE + String.join(":", both))
                .bind("now", now)
                .execute();
    }

    static List<Set<PoolPersonId>> all() {
        return Db.query("""
            select fingerprint from alert where resolved_at is null and starts_with(fingerprint, :duplicate)
             order by first_at, id
            """).bind("duplicate", DUPLICATE).mapTo(String.class).list().stream()
                .map(PoolDuplicates::people)
                .toList();
    }

    /** Whom open flags name together with this one. */
    static Set<PoolPersonId> of(PoolPersonId id) {
        return Db.query("""
            select fingerprint from alert
             where resolved_at is null and starts_with(fingerprint, :duplicate) and strpos(fingerprint, :id) > 0
            """).bind("duplicate", DUPLICATE).bind("id", id.text()).mapTo(String.class).list().stream()
                .flatMap(fingerprint -> people(fingerprint).stream())
                .filter(other -> !other.equals(id))
                .collect(Collectors.toSet());
    }

    private static Set<PoolPersonId> people(String fingerprint) {
        return Stream.of(fingerprint.substring(DUPLICATE.length()).split(":"))
                .map(id -> new PoolPersonId(UUID.fromString(id)))
                .collect(Collectors.toSet());
    }
}
