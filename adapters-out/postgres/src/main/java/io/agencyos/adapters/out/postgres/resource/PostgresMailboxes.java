package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.WarmUpFindings;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mailboxes and their domains in {@code resource}, whose they are in {@code client_resource}. */
public final class PostgresMailboxes implements MailboxRepository {

    private static final String MAILBOX = """
        select m.id, c.client_id, m.value as address, d.id as domain_id, d.value as domain, m.provider, m.provider_id,
               m.connection_state, d.health, d.warmup_started_at, d.daily_override, c.last_used_at,
               coalesce(d.spf_ok and d.dkim_ok and d.dmarc_ok, false) as authenticated,
               d.bouncing_since, d.let_go_at, d.measured_warm, d.measured_days, d.measured_at,
               d.measured_heat, d.measured_hits, d.measured_spf, d.measured_dkim, d.measured_dmarc, d.measured_mx,
               case when m.connection_state <> 'connected' then m.state_since
                    else least(case when d.health = 'critical' then d.critical_since end, d.bouncing_since, d.unproven_since)
                    end as paused_since
          from client_resource c
          join resource m on m.id = c.resource_id and m.kind = 'mailbox'
          join resource d on d.id = m.parent_id
        """;

    private final IdSource ids;

    public PostgresMailboxes(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public List<Mailbox> ofClient(ClientId client) {
        return Db.query(MAILBOX + " where c.client_id = :client and c.released_at is null order by m.value")
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Mailbox> find(ClientId client, ResourceId id) {
        return Db.query(MAILBOX + " where c.client_id = :client and m.id = :id and c.released_at is null")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<Mailbox> byAddress(EmailAddress address) {
        return Db.query(MAILBOX + " where m.value = :address and c.released_at is null")
                .bind("address", address.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void assign(Mailbox mailbox) {
        UUID domain = domain(mailbox);
        Db.update("""
            insert into resource (id, kind, value, parent_id, status, provider, provider_id, connection_state)
            values (:id, 'mailbox', :address, :domain, 'assigned', :vendor, :ref, :state)
            """)
                .bind("id", mailbox.id())
                .bind("address", mailbox.address().value())
                .bind("domain", domain)
                .bind("vendor", mailbox.vendor())
                .bind("ref", mailbox.vendorRef())
                .bind("state", mailbox.state())
                .execute();
        own(mailbox, domain, "email_domain", mailbox.domain().value());
        own(mailbox, mailbox.id().value(), "mailbox", mailbox.address().value());
    }

    private UUID domain(Mailbox mailbox) {
        Db.update("""
            insert into resource (id, kind, value, status, provider, health, warmup_started_at, daily_override, spf_ok,
                   dkim_ok, dmarc_ok)
            values (:id, 'email_domain', :domain, 'assigned', :vendor, :health, :warmUp, :override, :auth, :auth, :auth)
            on conflict on constraint uq_resource_value do nothing
            """)
                .bind("id", mailbox.domainId())
                .bind("domain", mailbox.domain().value())
                .bind("vendor", mailbox.vendor())
                .bind("health", mailbox.health())
                .bind("warmUp", mailbox.warmupStartedAt())
                .bind("override", mailbox.dailyOverride())
                .bind("auth", mailbox.authenticated())
                .execute();
        return Db.query("select id from resource where kind = 'email_domain' and value = :domain")
                .bind("domain", mailbox.domain().value())
                .mapTo(UUID.class)
                .one();
    }

    private void own(Mailbox mailbox, UUID resource, String kind, String value) {
        Db.update("""
            insert into client_resource (client_id, id, resource_id, kind, value, assigned_at, last_used_at)
            values (:client, :id, :resource, :kind, :value, now(), :used)
            on conflict (client_id, resource_id) where released_at is null do nothing
            """)
                .bind("client", mailbox.clientId())
                .bind("id", ids.next())
                .bind("resource", resource)
                .bind("kind", kind)
                .bind("value", value)
                .bind("used", mailbox.lastUsedAt())
                .execute();
    }

    @Override
    public void update(Mailbox mailbox) {
        Db.update("""
            update resource
               set provider = :vendor, provider_id = :ref, connection_state = :state,
                   state_since = case when :state = 'connected' then null
                                      else coalesce(cast(:since as timestamptz), state_since) end,
                   updated_at = now(), row_version = row_version + 1
             where id = :id and kind = 'mailbox'
            """)
                .bind("id", mailbox.id())
                .bind("vendor", mailbox.vendor())
                .bind("ref", mailbox.vendorRef())
                .bind("state", mailbox.state())
                .bind("since", mailbox.pausedSince())
                .execute();
        Db.update("""
            update resource
               set health = :health, warmup_started_at = :warmUp, daily_override = :override, %s,
                   updated_at = now(), row_version = row_version + 1
             where id = :domain and kind = 'email_domain'
            """.formatted(PostgresDomainProofs.AS_SAID))
                .bind("domain", mailbox.domainId())
                .bind("health", mailbox.health())
                .bind("warmUp", mailbox.warmupStartedAt())
                .bind("override", mailbox.dailyOverride())
                .bind("proven", mailbox.authenticated())
                .execute();
        if (mailbox.lastUsedAt() != null) {
            markUsed(mailbox.clientId(), List.of(mailbox.id()), mailbox.lastUsedAt());
        }
    }

    @Override
    public void markUsed(ClientId client, Collection<ResourceId> resources, Instant at) {
        ClientResourceRows.used(client, resources, at);
    }

    private static Mailbox read(ResultSet row) throws SQLException {
        return new Mailbox(
                Rows.id(row, "id", ResourceId::new),
                Rows.id(row, "client_id", ClientId::new),
                new EmailAddress(Rows.text(row, "address")),
                Rows.id(row, "domain_id", ResourceId::new),
                new DomainName(Rows.text(row, "domain")),
                Rows.text(row, "provider"),
                row.getString("provider_id"),
                Rows.word(row, "connection_state", MailboxState.class),
                Rows.word(row, "health", DomainHealth.class),
                Rows.instantOrNull(row, "warmup_started_at"),
                row.getBoolean("authenticated"),
                Rows.intOrNull(row, "daily_override"),
                Rows.instantOrNull(row, "last_used_at"),
                Rows.instantOrNull(row, "paused_since"),
                pause(row),
                reading(row));
    }

    /** What a service measured, of a row that has the columns of a domain. */
    static @Nullable WarmUpReading reading(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "measured_at");
        return at == null
                ? null
                : new WarmUpReading(row.getBoolean("measured_warm"), row.getInt("measured_days"), at, findings(row));
    }

    private static WarmUpFindings findings(ResultSet row) throws SQLException {
        return new WarmUpFindings(
                Rows.intOrNull(row, "measured_heat"),
                row.getInt("measured_hits"),
                new MailboxWarmth.Dns(
                        Rows.word(row, "measured_spf", DnsState.class),
                        Rows.word(row, "measured_dkim", DnsState.class),
                        Rows.word(row, "measured_dmarc", DnsState.class),
                        Rows.word(row, "measured_mx", DnsState.class)));
    }

    /** What a bad episode left behind, of a row that has the columns of a domain. */
    static DomainPause pause(ResultSet row) throws SQLException {
        return new DomainPause(Rows.instantOrNull(row, "bouncing_since"), Rows.instantOrNull(row, "let_go_at"));
    }
}
