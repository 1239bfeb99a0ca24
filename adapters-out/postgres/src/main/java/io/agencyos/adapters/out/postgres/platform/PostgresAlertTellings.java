package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.AlertTellings;
import io.agencyos.domain.platform.AlertNews;
import io.agencyos.domain.platform.AlertNews.Said;
import io.agencyos.domain.platform.AlertNews.Way;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said last of each alert by each way, in {@code alert_telling}. */
public final class PostgresAlertTellings implements AlertTellings {

    @Override
    public List<AlertNews> due(Way way, int limit) {
        return Db.query("""
            select a.*, a.severity as said
              from alert a left join alert_telling t on t.alert_id = a.id and t.way = :way
             where a.resolved_at is null and a.acked_at is null
                   and (a.severity = 'critical' and t.said is distinct from 'critical'
                        or a.severity = 'warning' and t.said is null)
            union all
            select a.*, 'over'
              from alert_telling t join alert a on a.id = t.alert_id
             where t.way = :way and t.said <> 'over' and a.resolved_at is not null
             order by first_at, id
             limit :limit
            """)
                .bind("way", way)
                .bind("limit", limit)
                .map((row, context) -> new AlertNews(
                        row.getObject("id", UUID.class), PostgresAlerts.read(row), Rows.word(row, "said", Said.class)))
                .list();
    }

    @Override
    public Optional<Instant> last(Way way) {
        return Db.query("select max(said_at) as last from alert_telling where way = :way")
                .bind("way", way)
                .map((row, context) -> Optional.ofNullable(Rows.instantOrNull(row, "last")))
                .one();
    }

    @Override
    public void told(Way way, Collection<AlertNews> news, Instant at) {
        RowSet rows = new RowSet();
        news.forEach(one -> rows.row().set("id", one.alertId()).set("said", one.said()));
        Db.update("""
            insert into alert_telling as t (alert_id, way, said, said_at)
            select id, :way, said, :at from jsonb_to_recordset(:rows) as r(id uuid, said text) order by id
            on conflict (alert_id, way) do update
               set said = excluded.said, said_at = excluded.said_at, updated_at = now(), row_version = t.row_version + 1
            """).bind("way", way).bind("at", at).bind("rows", rows.json()).execute();
    }
}
