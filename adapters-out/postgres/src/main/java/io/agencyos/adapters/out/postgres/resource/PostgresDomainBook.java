package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Domains in {@code resource} with the figures that were written when they were judged. */
public final class PostgresDomainBook implements DomainBook {

    /** The limit before a stop is told, not the zero that a stop sets. */
    private static final String DOMAINS = """
        select d.*, case when d.stopped_at is null then d.daily_override else d.override_before_stop end as own_limit,
               array(select c.client_id from client_resource c
                      where c.resource_id = d.id and c.released_at is null order by c.client_id) as holders,
               w.*
          from resource d
          left join lateral (select max(h.day) as week_until, sum(h.warmup_sent)::int as week_sent,
                                    sum(h.warmup_replied)::int as week_replied, sum(h.warmup_spam)::int as week_spam
                               from (select max(k.day) as last from resource_health_day k
                                      where k.resource_id = d.id and k.warmup_sent is not null) k
                               join resource_health_day h on h.resource_id = d.id and h.warmup_sent is not null
                                    and h.day > k.last - 7) w on true
         where d.kind = 'email_domain' and d.status <> 'retired'\
        """;

    @Override
    public List<Row> page(Filter filter, @Nullable After after, int limit) {
        Criteria criteria = new Criteria(DOMAINS)
                .andAny("d.health = any (:healths)", "healths", filter.healths().isEmpty() ? null : filter.healths())
                .and(
                        "exists (select from client_resource c where c.resource_id = d.id and c.released_at is null"
                                + " and c.client_id = any (:clients))",
                        "clients",
                        filter.clients().isEmpty() ? null : Db.uuids(filter.clients()));
        if (after != null) {
            criteria.and("(d.value collate \"C\", d.id) > (:value, :last)")
                    .with("value", after.name())
                    .with("last", after.id());
        }
        return criteria.first(limit, "d.value collate \"C\", d.id")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Row> find(ResourceId id) {
        return Db.query(DOMAINS + " and d.id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void stop(ResourceId id, Stop stop) {
        Db.update("""
            update resource
               set stopped_at = :at, stopped_reason = :reason, stopped_by = :by, override_before_stop = daily_override,
                   daily_override = 0, updated_at = now(), row_version = row_version + 1
             where id = :id and kind = 'email_domain' and stopped_at is null
            """)
                .bind("id", id)
                .bind("at", stop.at())
                .bind("reason", stop.reason())
                .bind("by", stop.by())
                .execute();
    }

    @Override
    public void goOn(ResourceId id) {
        Db.update("""
            update resource
               set daily_override = override_before_stop, override_before_stop = null, stopped_at = null,
                   stopped_reason = null, stopped_by = null, updated_at = now(), row_version = row_version + 1
             where id = :id and kind = 'email_domain' and stopped_at is not null
            """).bind("id", id).execute();
    }

    private static Row read(ResultSet row) throws SQLException {
        Array holders = row.getArray("holders");
        Instant stoppedAt = Rows.instantOrNull(row, "stopped_at");
        return new Row(
                Rows.id(row, "id", ResourceId::new),
                new DomainName(Rows.text(row, "value")),
                Arrays.stream((UUID[]) holders.getArray()).map(ClientId::new).toList(),
                Rows.word(row, "health", DomainHealth.class),
                new Mail(row.getInt("sends_30d"), row.getInt("bounces_30d"), row.getInt("complaints_30d")),
                Rows.instantOrNull(row, "health_checked_at"),
                Rows.instantOrNull(row, "warmup_started_at"),
                PostgresMailboxes.reading(row),
                week(row),
                authenticated(row),
                Rows.intOrNull(row, "own_limit"),
                PostgresMailboxes.pause(row),
                stoppedAt == null
                        ? null
                        : new Stop(
                                stoppedAt, Rows.text(row, "stopped_reason"), Rows.id(row, "stopped_by", UserId::new)));
    }

    private static WarmUpTraffic.@Nullable Week week(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("week_until", LocalDate.class);
        return until == null
                ? null
                : new WarmUpTraffic.Week(
                        until,
                        new WarmUpTraffic(
                                row.getInt("week_sent"), row.getInt("week_replied"), row.getInt("week_spam")));
    }

    private static @Nullable Boolean authenticated(ResultSet row) throws SQLException {
        Boolean spf = row.getObject("spf_ok", Boolean.class);
        Boolean dkim = row.getObject("dkim_ok", Boolean.class);
        Boolean dmarc = row.getObject("dmarc_ok", Boolean.class);
        return spf == null || dkim == null || dmarc == null ? null : spf && dkim && dmarc;
    }
}
