package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.lending.LentResources;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceSource;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The stock in {@code resource} where it is {@code pooled}, who has what in {@code client_resource}. */
public final class PostgresLentResources implements LentResources {

    private static final String STOCK = "select r.* from resource r where r.pooled";

    private final IdSource ids;

    public PostgresLentResources(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public void add(LentResource resource) {
        Db.update("""
            insert into resource (id, kind, value, name, parent_id, status, provider, provider_id, connection_state,
                   max_clients, current_clients, warmup_started_at, warmup_completed_at, reputation, health, spf_ok,
                   dkim_ok, dmarc_ok, created_at, account_id, pooled)
            values (:id, :kind, :value, :name, :parent, :status, :provider, :ref,
                   case when :kind = 'mailbox' then 'connected' end, :capacity, 0, :since, :warm, :reputation, :health,
                   :authenticated, :authenticated, :authenticated, :created, :account, true)
            """)
                .bind("id", resource.id())
                .bind("kind", resource.kind())
                .bind("value", resource.value())
                .bind("name", resource.source().name())
                .bindByType("parent", resource.parentId(), ResourceId.class)
                .bind("status", resource.status())
                .bind("provider", resource.source().provider())
                .bind("ref", resource.source().ref())
                .bind("capacity", resource.capacity())
                .bindByType("since", resource.warmingSince(), Instant.class)
                .bindByType("warm", resource.warmedAt(), Instant.class)
                .bind("reputation", resource.reputation())
                .bind("health", resource.health())
                .bind("authenticated", resource.authenticated())
                .bind("created", resource.createdAt())
                .bindByType("account", resource.source().account(), ClientId.class)
                .execute();
    }

    @Override
    public Optional<LentResource> find(ResourceId id) {
        return Db.query(STOCK + " and r.id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<LentResource> list(Filter filter, @Nullable After after, int limit) {
        Criteria rows = new Criteria(STOCK)
                .andAny("r.kind = any (:kinds)", "kinds", filter.kinds().isEmpty() ? null : filter.kinds())
                .andAny("r.status = any (:states)", "states", filter.statuses().isEmpty() ? null : filter.statuses())
                .andAny("r.health = any (:healths)", "healths", filter.healths().isEmpty() ? null : filter.healths())
                .and("""
                    exists (select from client_resource c
                             where c.resource_id = r.id and c.released_at is null and c.client_id = :client)\
                    """, "client", filter.client());
        if (after != null) {
            rows.and("(r.value, r.id) > (:afterValue, :afterId)")
                    .with("afterValue", after.value())
                    .with("afterId", after.id());
        }
        return all(rows.first(limit, "r.value, r.id"));
    }

    @Override
    public LentResource update(LentResource resource) {
        int written = Db.update("""
            update resource
               set name = :name, reputation = :reputation, status = :status, warmup_started_at = :since,
                   warmup_completed_at = :warm, hold_until = :hold, %s,
                   updated_at = now(), row_version = row_version + 1
             where id = :id and pooled and row_version = :version
            """.formatted(PostgresDomainProofs.AS_SAID))
                .bind("id", resource.id())
                .bind("version", resource.version())
                .bind("name", resource.source().name())
                .bind("reputation", resource.reputation())
                .bind("status", resource.status())
                .bindByType("since", resource.warmingSince(), Instant.class)
                .bindByType("warm", resource.warmedAt(), Instant.class)
                .bindByType("hold", resource.holdUntil(), Instant.class)
                .bind("proven", resource.authenticated())
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("resource " + resource.id());
        }
        mailboxesFollow(List.of(resource.id()));
        return resource.atVersion(resource.version() + 1);
    }

    private static void mailboxesFollow(Collection<ResourceId> domains) {
        Db.update("""
            update resource m
               set status = d.status, hold_until = d.hold_until, updated_at = now(), row_version = m.row_version + 1
              from resource d
             where d.id = any (:domains) and m.parent_id = d.id and m.pooled and m.status <> 'retired'
               and m.status <> d.status
            """).bind("domains", Db.uuids(domains)).execute();
    }

    @Override
    public List<LentResource> withValues(ResourceKind kind, Collection<String> values) {
        return all(Db.query(STOCK + " and r.kind = :kind and r.value = any (:values) order by r.value")
                .bind("kind", kind)
                .bind("values", values.toArray(String[]::new)));
    }

    @Override
    public Optional<LentResource> orderOf(ClientId client) {
        return all(Db.query(STOCK + " and r.account_id = :client and r.status = 'provisioning'")
                        .bind("client", client))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Instant> usedAt(ResourceId id) {
        return Db.query("""
            select max(c.last_used_at) used_at
              from resource r
              join client_resource c on c.resource_id = r.id
             where r.id = :id or r.parent_id = :id
            """)
                .bind("id", id)
                .map((row, context) -> Optional.ofNullable(Rows.instantOrNull(row, "used_at")))
                .one();
    }

    @Override
    public List<ClientId> holders(ResourceId id) {
        return Db.query("""
            select client_id from client_resource where resource_id = :id and released_at is null order by client_id
            """)
                .bind("id", id)
                .map((row, context) -> Rows.id(row, "client_id", ClientId::new))
                .list();
    }

    @Override
    public List<LentResource> waiting(Instant now) {
        return all(Db.query(STOCK + """
                 and r.kind <> 'mailbox'
                 and (r.status = 'held' and r.hold_until <= :now
                      or r.warmup_completed_at is null and r.warmup_started_at <= :now - interval '7 days')
               order by r.id
                 for update of r skip locked
            """).bind("now", now));
    }

    @Override
    public Map<ResourceKind, ResourceBuffer> buffers() {
        Map<ResourceKind, ResourceBuffer> buffers = new EnumMap<>(ResourceKind.class);
        Db.query("""
            select kind, count(*) filter (where current_clients > 0 and status <> 'retired') allocated,
                   count(*) filter (where status = 'available' and current_clients = 0 and account_id is null
                                      and (kind = 'phone_number' or warmup_completed_at is not null)) ready
              from resource
             where pooled and kind in ('email_domain', 'phone_number')
             group by kind
            """)
                .map((row, context) -> buffers.put(
                        Rows.word(row, "kind", ResourceKind.class),
                        new ResourceBuffer(row.getInt("allocated"), row.getInt("ready"))))
                .list();
        return buffers;
    }

    @Override
    public List<ClientId> unsettled() {
        return Db.query("""
            with booked as (
                select distinct on (client_id) client_id, plan_code, status
                  from subscription
                 order by client_id, status = 'cancelled', created_at desc),
            had as (
                select c.client_id,
                       count(*) filter (where c.kind = 'email_domain') domains,
                       count(*) filter (where c.kind = 'phone_number') phones,
                       count(*) filter (where c.kind = 'email_domain' and r.pooled and not c.extra) lent_domains,
                       count(*) filter (where c.kind = 'phone_number' and r.pooled and not c.extra) lent_phones,
                       count(*) filter (where c.kind <> 'mailbox' and r.pooled) lent
                  from client_resource c
                  join resource r on r.id = c.resource_id
                 where c.released_at is null
                 group by c.client_id)
            select b.client_id
              from booked b
              join client t on t.client_id = b.client_id and t.deleted_at is null and t.mode = 'live'
              join plan p on p.code = b.plan_code
              left join had h on h.client_id = b.client_id
             where b.status = 'active'
               and (coalesce(h.domains, 0) < p.email_domains or coalesce(h.phones, 0) < p.phone_numbers
                    or h.domains > p.email_domains and h.lent_domains > 0
                    or h.phones > p.phone_numbers and h.lent_phones > 0)
                or b.status = 'cancelled' and h.lent > 0
             order by b.client_id
            """)
                .map((row, context) -> Rows.id(row, "client_id", ClientId::new))
                .list();
    }

    @Override
    public List<Holding> of(ClientId client) {
        return Db.query("""
            select r.*, c.extra,
                   greatest(c.last_used_at, max(m.last_used_at)) as used_at
              from client_resource c
              join resource r on r.id = c.resource_id
              left join resource box on box.parent_id = r.id
              left join client_resource m on m.client_id = c.client_id and m.resource_id = box.id and m.released_at is null
             where c.client_id = :client and c.released_at is null
             group by r.id, c.client_id, c.id
             order by r.kind, r.value
            """)
                .bind("client", client)
                .map((row, context) -> new Holding(
                        read(row),
                        row.getBoolean("pooled"),
                        row.getBoolean("extra"),
                        row.getInt("sends_30d"),
                        Rows.instantOrNull(row, "used_at")))
                .list();
    }

    @Override
    public List<LentResource> take(ClientId client, ResourceKind kind, int count, Instant now) {
        List<ResourceId> picked = Db.query("""
            select r.id
              from resource r
             where r.pooled and r.kind = :kind and (r.account_id is null or r.account_id = :client)
               and (r.status = 'available' and r.current_clients < r.max_clients
                    or r.status = 'held' and exists (
                        select from client_resource c
                         where c.client_id = :client and c.resource_id = r.id and c.hold_until > :now))
               and not exists (
                   select from client_resource c
                    where c.client_id = :client and c.resource_id = r.id and c.released_at is null)
             order by r.status = 'held' desc, r.warmup_completed_at is not null desc, r.reputation desc,
                   r.current_clients, r.created_at, r.id
             limit :count
               for update of r skip locked
            """)
                .bind("client", client)
                .bind("kind", kind)
                .bind("count", count)
                .bind("now", now)
                .map((row, context) -> Rows.id(row, "id", ResourceId::new))
                .list();
        return lend(client, picked, false, now);
    }

    @Override
    public Optional<LentResource> takeExtra(ClientId client, ResourceId id, Instant now) {
        List<ResourceId> free = Db.query("""
            select id from resource r
             where id = :id and pooled and kind <> 'mailbox'
               and (status = 'available' and current_clients < max_clients
                    or status = 'held' and exists (
                        select from client_resource c
                         where c.client_id = :client and c.resource_id = r.id and c.hold_until > :now))
               and (account_id is null or account_id = :client)
               for update
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> Rows.id(row, "id", ResourceId::new))
                .list();
        return lend(client, free, true, now).stream().findFirst();
    }

    private List<LentResource> lend(ClientId client, List<ResourceId> picked, boolean extra, Instant now) {
        if (picked.isEmpty()) {
            return List.of();
        }
        Db.update("""
            update resource
               set current_clients = current_clients + 1,
                   status = case when current_clients + 1 < max_clients then 'available' else 'assigned' end,
                   warmup_started_at = coalesce(warmup_started_at, :now), hold_until = null, updated_at = now(),
                   row_version = row_version + 1
             where id = any (:ids)
            """).bind("ids", Db.uuids(picked)).bind("now", now).execute();
        mailboxesFollow(picked);
        List<ResourceId> all = Db.query("""
            select id from resource
             where id = any (:ids) or parent_id = any (:ids) and pooled and status <> 'retired' order by id
            """)
                .bind("ids", Db.uuids(picked))
                .map((row, context) -> Rows.id(row, "id", ResourceId::new))
                .list();
        Db.update("""
            insert into client_resource (client_id, id, resource_id, kind, value, assigned_at, extra)
            select :client, given.id, r.id, r.kind, r.value, :now, :extra
              from unnest(:rows, :all) as given (id, resource_id)
              join resource r on r.id = given.resource_id
            on conflict (client_id, resource_id) where released_at is null do nothing
            """)
                .bind("client", client)
                .bind("rows", all.stream().map(one -> ids.next()).toArray(UUID[]::new))
                .bind("all", Db.uuids(all))
                .bind("now", now)
                .bind("extra", extra)
                .execute();
        return inOrder(picked);
    }

    private static List<LentResource> inOrder(List<ResourceId> picked) {
        return all(Db.query(STOCK + " and r.id = any (:ids) order by array_position(:ids, r.id)")
                .bind("ids", Db.uuids(picked)));
    }

    @Override
    public List<LentResource> giveBack(
            ClientId client, Collection<ResourceId> given, @Nullable Instant restUntil, Instant now) {
        List<ResourceId> had = Db.query("""
            update client_resource c
               set released_at = :now, hold_until = :until, updated_at = now(), row_version = c.row_version + 1
              from resource r
             where c.client_id = :client and c.released_at is null and r.id = c.resource_id and r.pooled
               and (r.id = any (:ids) or r.parent_id = any (:ids))
            returning r.id, r.kind
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(given))
                .bind("now", now)
                .bindByType("until", restUntil, Instant.class)
                .map((row, context) -> row.getString("kind").equals("mailbox")
                        ? Optional.<ResourceId>empty()
                        : Optional.of(Rows.id(row, "id", ResourceId::new)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Db.update("""
            update resource
               set current_clients = greatest(0, current_clients - 1),
                   status = case when status = 'retired' then 'retired'
                                 when :until::timestamptz is not null and current_clients <= 1 then 'held'
                                 else 'available' end,
                   hold_until = case when current_clients <= 1 and status <> 'retired' then :until::timestamptz end,
                   updated_at = now(), row_version = row_version + 1
             where id = any (:ids)
            """)
                .bind("ids", Db.uuids(had))
                .bindByType("until", restUntil, Instant.class)
                .execute();
        mailboxesFollow(had);
        return inOrder(had);
    }

    private static List<LentResource> all(Query query) {
        return query.map((row, context) -> read(row)).list();
    }

    private static LentResource read(ResultSet row) throws SQLException {
        return new LentResource(
                Rows.id(row, "id", ResourceId::new),
                Rows.word(row, "kind", ResourceKind.class),
                Rows.text(row, "value"),
                Rows.idOrNull(row, "parent_id", ResourceId::new),
                new ResourceSource(
                        Rows.text(row, "provider"),
                        row.getString("provider_id"),
                        row.getString("name"),
                        Rows.idOrNull(row, "account_id", ClientId::new)),
                Rows.word(row, "status", ResourceStatus.class),
                row.getInt("max_clients"),
                row.getInt("current_clients"),
                row.getInt("reputation"),
                Rows.word(row, "health", DomainHealth.class),
                row.getBoolean("spf_ok") && row.getBoolean("dkim_ok") && row.getBoolean("dmarc_ok"),
                Rows.instantOrNull(row, "warmup_started_at"),
                Rows.instantOrNull(row, "warmup_completed_at"),
                Rows.instantOrNull(row, "hold_until"),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }
}
