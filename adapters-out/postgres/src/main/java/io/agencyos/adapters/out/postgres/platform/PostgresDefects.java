package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.Defects;
import io.agencyos.domain.platform.Defect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ways in which the product failed, in {@code defect}. */
public final class PostgresDefects implements Defects {

    @Override
    public void note(Defect first) {
        Db.update("""
            insert into defect as d (fingerprint, id, kind, place, seen_in, first_at, last_at)
            values (:fingerprint, :id, :kind, :place, :seen_in, :at, :at)
            on conflict (fingerprint) do update
               set count = d.count + 1, seen_in = excluded.seen_in, last_at = greatest(d.last_at, excluded.last_at),
                   state = case when d.state = 'resolved' then 'open' else d.state end, updated_at = excluded.last_at,
                   row_version = d.row_version + 1
            """)
                .bind("fingerprint", first.fingerprint())
                .bind("id", first.id())
                .bind("kind", first.kind())
                .bind("place", first.place())
                .bind("seen_in", first.seenIn())
                .bind("at", first.lastAt())
                .execute();
    }

    @Override
    public Optional<Defect> say(String fingerprint, Defect.State state) {
        return Db.query("""
            update defect set state = :state, updated_at = now(), row_version = row_version + 1
             where fingerprint = :fingerprint returning *
            """)
                .bind("fingerprint", fingerprint)
                .bind("state", state)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Defect> page(Set<Defect.State> states, @Nullable After after, int limit) {
        Criteria rows = new Criteria("select * from defect where true")
                .andAny("state = any (:states)", "states", states.isEmpty() ? null : states);
        if (after != null) {
            rows.and("(last_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.lastAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "last_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    private static Defect read(ResultSet row) throws SQLException {
        return new Defect(
                row.getObject("id", UUID.class),
                Rows.text(row, "fingerprint"),
                Rows.text(row, "kind"),
                Rows.text(row, "place"),
                Rows.text(row, "seen_in"),
                row.getLong("count"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "last_at"),
                Rows.word(row, "state", Defect.State.class));
    }
}
