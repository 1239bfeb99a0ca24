package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpFindings;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sending domains in {@code resource}, their mail counted in {@code touch}. */
public final class PostgresSendingDomains implements SendingDomains {

    @Override
    public List<SendingDomain> ofClientForUpdate(ClientId client) {
        return Db.query("""
            select d.id, d.value, d.health, d.critical_since, d.warmup_started_at, d.warmup_skipped_at,
                   d.bouncing_since, d.let_go_at
              from client_resource c
              join resource d on d.id = c.resource_id and d.kind = 'email_domain'
             where c.client_id = :client and c.released_at is null
             order by d.value
               for update of d
            """)
                .bind("client", client)
                .map((row, context) -> new SendingDomain(
                        Rows.id(row, "id", ResourceId::new),
                        client,
                        new DomainName(Rows.text(row, "value")),
                        Rows.word(row, "health", DomainHealth.class),
                        Rows.instantOrNull(row, "critical_since"),
                        Rows.instantOrNull(row, "warmup_started_at"),
                        Rows.instantOrNull(row, "warmup_skipped_at"),
                        PostgresMailboxes.pause(row)))
                .list();
    }

    @Override
    public Map<ResourceId, Mail> mailSince(ClientId client, Instant since) {
        Map<ResourceId, Mail> mail = new HashMap<>();
        Db.query("""
            select d.id, count(*) as sends, count(*) filter (where t.delivery_status = 'bounced') as bounces,
                   count(t.complained_at) as complaints
              from client_resource c
              join resource d on d.id = c.resource_id and d.kind = 'email_domain'
              join touch t on t.client_id = c.client_id and t.sender_domain = d.value
             where c.client_id = :client and c.released_at is null
               and t.channel = 'email' and t.sent_at >= :since and not t.is_test
             group by d.id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> mail.put(
                        Rows.id(row, "id", ResourceId::new),
                        new Mail(row.getInt("sends"), row.getInt("bounces"), row.getInt("complaints"))))
                .list();
        return mail;
    }

    @Override
    public Map<ResourceId, Recent> lastMail(ClientId client) {
        Map<ResourceId, Recent> mail = new HashMap<>();
        Db.query("""
            select d.id, count(*) as sends, count(*) filter (where t.delivery_status = 'bounced') as bounces
              from client_resource c
              join resource d on d.id = c.resource_id and d.kind = 'email_domain'
              cross join lateral (
                  select s.delivery_status from touch s
                   where s.client_id = c.client_id and s.sender_domain = d.value and s.channel = 'email'
                     and not s.is_test and s.sent_at > coalesce(d.let_go_at, '-infinity')
                   order by s.sent_at desc, s.id desc limit :last) t
             where c.client_id = :client and c.released_at is null
             group by d.id
            """)
                .bind("client", client)
                .bind("last", DomainPause.LAST)
                .map((row, context) -> mail.put(
                        Rows.id(row, "id", ResourceId::new), new Recent(row.getInt("sends"), row.getInt("bounces"))))
                .list();
        return mail;
    }

    @Override
    public Map<ResourceId, Map<LocalDate, Mail>> mailByDay(ClientId client, LocalDate first) {
        Map<ResourceId, Map<LocalDate, Mail>> mail = new HashMap<>();
        Db.query("""
            select d.id, cast(t.sent_at at time zone 'UTC' as date) as day, count(*) as sends,
                   count(*) filter (where t.delivery_status = 'bounced') as bounces, count(t.complained_at) as complaints
              from client_resource c
              join resource d on d.id = c.resource_id and d.kind = 'email_domain'
              join touch t on t.client_id = c.client_id and t.sender_domain = d.value
             where c.client_id = :client and c.released_at is null
               and t.channel = 'email' and t.sent_at >= :since and not t.is_test
             group by d.id, day
            """)
                .bind("client", client)
                .bind("since", first.atStartOfDay(ZoneOffset.UTC).toInstant())
                .map((row, context) -> mail.computeIfAbsent(Rows.id(row, "id", ResourceId::new), one -> new HashMap<>())
                        .put(
                                row.getObject("day", LocalDate.class),
                                new Mail(row.getInt("sends"), row.getInt("bounces"), row.getInt("complaints"))))
                .list();
        return mail;
    }

    @Override
    public Map<ResourceId, Integer> inboxPercent(ClientId client, LocalDate since) {
        Map<ResourceId, Integer> seen = new HashMap<>();
        Db.query("""
            select distinct on (h.resource_id) h.resource_id as id, cast(floor(100 * h.inbox_rate) as int) as percent
              from client_resource c
              join resource_health_day h on h.resource_id = c.resource_id
             where c.client_id = :client and c.released_at is null and h.day >= :since and h.inbox_rate is not null
             order by h.resource_id, h.day desc
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> seen.put(Rows.id(row, "id", ResourceId::new), row.getInt("percent")))
                .list();
        return seen;
    }

    @Override
    public boolean placed(ResourceId domain, LocalDate day, int inboxPercent) {
        return Db.update("""
            insert into resource_health_day as h (resource_id, day, inbox_rate)
            select id, :day, cast(:percent as numeric) / 100 from resource where id = :id and kind = 'email_domain'
            on conflict (resource_id, day) do update
               set inbox_rate = excluded.inbox_rate, updated_at = now(), row_version = h.row_version + 1
            """)
                        .bind("id", domain)
                        .bind("day", day)
                        .bind("percent", inboxPercent)
                        .execute()
                > 0;
    }

    @Override
    public Map<ResourceId, LocalDate> warmUpKnownUntil(ClientId client) {
        Map<ResourceId, LocalDate> known = new HashMap<>();
        Db.query("""
            select h.resource_id, max(h.day) as last
              from client_resource c
              join resource_health_day h on h.resource_id = c.resource_id and h.warmup_sent is not null
             where c.client_id = :client and c.released_at is null
             group by h.resource_id
            """)
                .bind("client", client)
                .map((row, context) ->
                        known.put(Rows.id(row, "resource_id", ResourceId::new), row.getObject("last", LocalDate.class)))
                .list();
        return known;
    }

    @Override
    public void warmedUp(ResourceId domain, Map<LocalDate, WarmUpTraffic> days) {
        RowSet rows = new RowSet();
        days.forEach((day, traffic) -> rows.row()
                .set("day", day)
                .set("sent", traffic.sent())
                .set("replied", traffic.replied())
                .set("spam", traffic.spam()));
        Db.update("""
            insert into resource_health_day as h (resource_id, day, warmup_sent, warmup_replied, warmup_spam)
            select d.id, r.day, r.sent, r.replied, r.spam
              from resource d, jsonb_to_recordset(:rows) as r(day date, sent int, replied int, spam int)
             where d.id = :id and d.kind = 'email_domain'
             order by r.day
            on conflict (resource_id, day) do update
               set warmup_sent = excluded.warmup_sent, warmup_replied = excluded.warmup_replied,
                   warmup_spam = excluded.warmup_spam, updated_at = now(), row_version = h.row_version + 1
            """).bind("id", domain).bind("rows", rows.json()).execute();
    }

    @Override
    public void measured(
            ClientId client, ResourceId domain, @Nullable WarmUpReading reading, @Nullable Instant warmingSince) {
        WarmUpFindings findings = reading == null ? null : reading.findings();
        Db.update("""
            update resource d
               set measured_warm = :warm, measured_days = :days, measured_at = :measured, measured_heat = :heat,
                   measured_hits = :hits, measured_spf = :spf, measured_dkim = :dkim, measured_dmarc = :dmarc,
                   measured_mx = :mx, warmup_started_at = :since, updated_at = now(), row_version = d.row_version + 1
             where d.id = :id and d.kind = 'email_domain'
               and exists (select from client_resource c
                            where c.client_id = :client and c.resource_id = d.id and c.released_at is null)
            """)
                .bind("id", domain)
                .bind("client", client)
                .bindByType("warm", reading == null ? null : reading.warm(), Boolean.class)
                .bindByType("days", reading == null ? null : reading.days(), Integer.class)
                .bindByType("measured", reading == null ? null : reading.checkedAt(), Instant.class)
                .bindByType("heat", findings == null ? null : findings.heat(), Integer.class)
                .bindByType("hits", findings == null ? null : findings.blacklistHits(), Integer.class)
                .bindByType("spf", word(findings, Dns::spf), String.class)
                .bindByType("dkim", word(findings, Dns::dkim), String.class)
                .bindByType("dmarc", word(findings, Dns::dmarc), String.class)
                .bindByType("mx", word(findings, Dns::mx), String.class)
                .bindByType("since", warmingSince, Instant.class)
                .execute();
    }

    private static @Nullable String word(@Nullable WarmUpFindings findings, Function<Dns, DnsState> record) {
        return findings == null ? null : record.apply(findings.dns()).wire();
    }

    @Override
    public void judge(SendingDomain domain, Mail mail, Instant at) {
        Db.update("""
            update resource
               set health = :health, critical_since = :critical, warmup_started_at = :warmUp,
                   warmup_skipped_at = :skipped, bouncing_since = :bouncing, let_go_at = :letGo, sends_30d = :sends,
                   bounces_30d = :bounces, complaints_30d = :complaints,
                   bounce_rate = round(least(1, :bounces::numeric / greatest(1, :sends)), 5),
                   complaint_rate = round(least(1, :complaints::numeric / greatest(1, :sends)), 5),
                   health_checked_at = :at, updated_at = :at, row_version = row_version + 1
             where id = :id and kind = 'email_domain'
            """)
                .bind("id", domain.id())
                .bind("health", domain.health())
                .bind("critical", domain.criticalSince())
                .bind("warmUp", domain.warmupStartedAt())
                .bind("skipped", domain.skippedAt())
                .bindByType("bouncing", domain.pause().bouncingSince(), Instant.class)
                .bindByType("letGo", domain.pause().endedAt(), Instant.class)
                .bind("sends", mail.sends())
                .bind("bounces", mail.bounces())
                .bind("complaints", mail.complaints())
                .bind("at", at)
                .execute();
    }
}
