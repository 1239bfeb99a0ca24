package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sending domains in {@code resource}, their mail counted in {@code touch}. */
public final class PostgresSendingDomains implements SendingDomains {

    @Override
    public List<SendingDomain> ofClientForUpdate(ClientId client) {
        return Db.query("""
            select d.id, d.value, d.health, d.critical_since, d.warmup_started_at
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
                        Rows.instantOrNull(row, "warmup_started_at")))
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
    public void judge(SendingDomain domain, Mail mail, Instant at) {
        Db.update("""
            update resource
               set health = :health, critical_since = :critical, warmup_started_at = :warmUp, sends_30d = :sends,
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
                .bind("sends", mail.sends())
                .bind("bounces", mail.bounces())
                .bind("complaints", mail.complaints())
                .bind("at", at)
                .execute();
    }
}
