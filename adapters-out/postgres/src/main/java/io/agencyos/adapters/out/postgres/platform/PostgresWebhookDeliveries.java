package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.webhook.WebhookDeliveries;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Status;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/** Deliveries in {@code webhook_delivery}, made from {@code outbox_event} in one statement; attempts in their own table. */
public final class PostgresWebhookDeliveries implements WebhookDeliveries {

    @Override
    public int fanOut(Set<EventName> outbound, Instant now, int limit) {
        return Db.query("""
            with due as (
                select e.client_id, e.id, e.created_at, e.type, e.aggregate_id, e.payload, e.seq
                  from outbox_event e
                 where e.published_at is null
                 order by e.created_at, e.seq
                 limit :limit
                   for update skip locked),
            made as (
                insert into webhook_delivery (client_id, id, endpoint_id, event_id, event_type, aggregate_id, occurred_at,
                       payload, seq, status, next_attempt_at, created_at)
                select d.client_id, gen_random_uuid(), w.id, d.id, d.type, d.aggregate_id, d.created_at, d.payload, d.seq,
                       'pending', :now, :now
                  from due d
                  join webhook_endpoint w on w.client_id = d.client_id
                 where w.is_active and w.deleted_at is null and w.created_at <= d.created_at
                   and d.type = any (:outbound) and (cardinality(w.events) = 0 or d.type = any (w.events))
                on conflict do nothing),
            noted as (
                update outbox_event e set published_at = :now
                  from due d
                 where e.client_id = d.client_id and e.created_at = d.created_at and e.id = d.id
                returning 1)
            select count(*) from noted
            """)
                .bind("limit", limit)
                .bind("now", now)
                .bind("outbound", outbound.stream().map(EventName::wire).toArray(String[]::new))
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void insert(WebhookDelivery delivery) {
        DomainEvent event = delivery.event();
        Db.update("""
            insert into webhook_delivery (client_id, id, endpoint_id, event_id, event_type, aggregate_id, occurred_at,
                   payload, redelivery, status, attempts, next_attempt_at, created_at)
            values (:client, :id, :endpoint, :event, :type, :aggregate, :occurred, :payload, :again, :status, :attempts,
                   :next, :at)
            """)
                .bind("client", delivery.clientId())
                .bind("id", delivery.id())
                .bind("endpoint", delivery.endpointId())
                .bind("event", event.id())
                .bind("type", event.name())
                .bind("aggregate", event.aggregateId())
                .bind("occurred", event.occurredAt())
                .bind("payload", Json.of(event.payload()))
                .bind("again", delivery.redelivery())
                .bind("status", delivery.status())
                .bind("attempts", delivery.attempts())
                .bindByType("next", delivery.nextAttemptAt(), Instant.class)
                .bind("at", delivery.createdAt())
                .execute();
    }

    @Override
    public List<WebhookDelivery> claim(Instant now, int limit) {
        return Db.query("""
            with due as (
                select d.client_id, d.id, w.timeout_ms
                  from webhook_delivery d
                  join webhook_endpoint w on w.client_id = d.client_id and w.id = d.endpoint_id
                 where d.status in ('pending', 'retrying') and d.next_attempt_at <= :now
                   and w.is_active and w.deleted_at is null
                   and not exists (
                       select 1 from webhook_delivery before
                        where before.client_id = d.client_id and before.endpoint_id = d.endpoint_id
                          and before.aggregate_id = d.aggregate_id and before.seq < d.seq
                          and before.status in ('pending', 'retrying'))
                 order by d.next_attempt_at, d.seq
                 limit :limit
                   for update of d skip locked)
            update webhook_delivery d
               set next_attempt_at = :now + make_interval(secs => due.timeout_ms / 1000.0 + 30), updated_at = :now,
                   row_version = row_version + 1
              from due
             where d.client_id = due.client_id and d.id = due.id
            returning d.*
            """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void record(WebhookDelivery delivery, Attempt attempt) {
        Db.update("""
            insert into webhook_attempt (client_id, delivery_id, number, at, duration_ms, status, error, response)
            values (:client, :delivery, :number, :at, :duration, :status, :error, :response)
            on conflict do nothing
            """)
                .bind("client", delivery.clientId())
                .bind("delivery", delivery.id())
                .bind("number", attempt.number())
                .bind("at", attempt.at())
                .bind("duration", attempt.duration().toMillis())
                .bindByType("status", attempt.status(), Integer.class)
                .bind("error", attempt.error())
                .bind("response", attempt.response())
                .execute();
        Db.update("""
            update webhook_delivery
               set status = :status, attempts = :attempts, next_attempt_at = :next, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and id = :id and status in ('pending', 'retrying')
            """)
                .bind("client", delivery.clientId())
                .bind("id", delivery.id())
                .bind("status", delivery.status())
                .bind("attempts", delivery.attempts())
                .bindByType("next", delivery.nextAttemptAt(), Instant.class)
                .execute();
    }

    @Override
    public int cancelForDisabled(Instant before, Instant now) {
        return Db.update("""
            update webhook_delivery d
               set status = 'cancelled', next_attempt_at = null, updated_at = :now, row_version = d.row_version + 1
              from webhook_endpoint w
             where w.client_id = d.client_id and w.id = d.endpoint_id and not w.is_active and w.disabled_at < :before
               and d.status in ('pending', 'retrying')
            """).bind("before", before).bind("now", now).execute();
    }

    @Override
    public int redeliverFailed(ClientId client, WebhookEndpointId endpoint, Instant since, Instant now) {
        return Db.update("""
            insert into webhook_delivery (client_id, id, endpoint_id, event_id, event_type, aggregate_id, occurred_at,
                   payload, redelivery, status, next_attempt_at, created_at)
            select f.client_id, gen_random_uuid(), f.endpoint_id, f.event_id, f.event_type, f.aggregate_id, f.occurred_at,
                   f.payload, true, 'pending', :now, :now
              from (select distinct on (d.event_id) d.*
                      from webhook_delivery d
                     where d.client_id = :client and d.endpoint_id = :endpoint and d.created_at >= :since
                     order by d.event_id, d.created_at desc, d.id desc) f
             where f.status = 'failed'
             order by f.occurred_at, f.seq
            """)
                .bind("client", client)
                .bind("endpoint", endpoint)
                .bind("since", since)
                .bind("now", now)
                .execute();
    }

    @Override
    public Optional<WebhookDelivery> find(ClientId client, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return Db.query("""
            select * from webhook_delivery where client_id = :client and endpoint_id = :endpoint and id = :id
            """)
                .bind("client", client)
                .bind("endpoint", endpoint)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Attempt> attempts(ClientId client, WebhookDeliveryId id) {
        return Db.query("""
            select * from webhook_attempt where client_id = :client and delivery_id = :id order by number
            """)
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> new Attempt(
                        row.getInt("number"),
                        Rows.instant(row, "at"),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        Rows.intOrNull(row, "status"),
                        row.getString("error"),
                        row.getString("response"),
                        null))
                .list();
    }

    @Override
    public List<WebhookDelivery> page(
            ClientId client, WebhookEndpointId endpoint, Filter filter, Optional<Place> after, int limit) {
        return Db.query("""
            select * from webhook_delivery d
             where d.client_id = :client and d.endpoint_id = :endpoint
               and (cardinality(:statuses::text[]) = 0 or d.status = any (:statuses))
               and (cardinality(:events::text[]) = 0 or d.event_type = any (:events))
               and (:from::timestamptz is null or d.created_at >= :from)
               and (:to::timestamptz is null or d.created_at < :to)
               and (:after::timestamptz is null or (d.created_at, d.id) < (:after, :last))
             order by d.created_at desc, d.id desc
             limit :limit
            """)
                .bind("client", client)
                .bind("endpoint", endpoint)
                .bind("statuses", filter.statuses().stream().map(Status::wire).toArray(String[]::new))
                .bind("events", filter.events().stream().map(EventName::wire).toArray(String[]::new))
                .bindByType("from", filter.from(), Instant.class)
                .bindByType("to", filter.to(), Instant.class)
                .bindByType("after", after.map(Place::at).orElse(null), Instant.class)
                .bindByType("last", after.map(place -> place.id().value()).orElse(null), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static WebhookDelivery read(ResultSet row) throws SQLException {
        ClientId client = Rows.id(row, "client_id", ClientId::new);
        Json payload = Rows.jsonOrNull(row, "payload");
        DomainEvent event = new DomainEvent(
                row.getObject("event_id", UUID.class),
                client,
                Rows.word(row, "event_type", EventName.class),
                row.getObject("aggregate_id", UUID.class),
                Rows.instant(row, "occurred_at"),
                payload == null ? Map.of() : payload.as(new TypeReference<>() {}));
        return new WebhookDelivery(
                Rows.id(row, "id", WebhookDeliveryId::new),
                client,
                Rows.id(row, "endpoint_id", WebhookEndpointId::new),
                event,
                row.getBoolean("redelivery"),
                Rows.word(row, "status", Status.class),
                row.getInt("attempts"),
                Rows.instantOrNull(row, "next_attempt_at"),
                Rows.instant(row, "created_at"));
    }
}
