package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Inbound events in {@code webhook_inbox}, their payloads sealed; an event is taken by one worker at a time. */
public final class PostgresWebhookInbox implements WebhookInbox {

    private final Sealer sealer;

    public PostgresWebhookInbox(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Set<Key> store(Collection<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Set.of();
        }
        RowSet rows = new RowSet();
        arrivals.forEach(arrival -> row(rows.row(), arrival));
        Set<Key> fresh = new LinkedHashSet<>(Db.query("""
            insert into webhook_inbox (hook_id, event_key, client_id, vendor, type, occurred_at, received_at,
                   payload_ciphertext, status, next_attempt_at, last_error, pushed, yields)
            select hook_id, event_key, client_id, vendor, type, occurred_at, received_at, convert_to(payload, 'UTF8'), status,
                   next_attempt_at, last_error, pushed, yields
              from jsonb_to_recordset(:rows) as r(hook_id text, event_key text, client_id uuid, vendor text, type text,
                   occurred_at timestamptz, received_at timestamptz, payload text, status text,
                   next_attempt_at timestamptz, last_error text, pushed boolean, yields boolean)
             order by hook_id, event_key
            on conflict (hook_id, event_key) do nothing
            returning vendor, client_id, event_key
            """)
                .bind("rows", rows.json())
                .map((row, context) -> key(row))
                .list());
        pushedAfterAll(arrivals.stream()
                .filter(Arrival::pushed)
                .map(Arrival::key)
                .filter(key -> !fresh.contains(key))
                .toList());
        return fresh;
    }

    /** What our own asking found first. A row that somebody works on is left out: of a count nobody waits. */
    private static void pushedAfterAll(Collection<Key> keys) {
        if (!keys.isEmpty()) {
            Db.update("""
                update webhook_inbox w
                   set pushed = true, updated_at = now(), row_version = w.row_version + 1
                  from (select i.hook_id, i.event_key
                          from jsonb_to_recordset(:rows) as r(hook_id text, event_key text)
                          join webhook_inbox i on i.hook_id = r.hook_id and i.event_key = r.event_key and not i.pushed
                        for update of i skip locked) d
                 where w.hook_id = d.hook_id and w.event_key = d.event_key
                """).bind("rows", named(keys).json()).execute();
        }
    }

    @Override
    public List<Count> counts(ClientId client, String vendor, Instant from, Instant until) {
        return Db.query("""
            select type, count(*) known, count(*) filter (where pushed) pushed
              from webhook_inbox
             where client_id = :client and vendor = :vendor and occurred_at >= :from and occurred_at < :until
                   and next_attempt_at is null and received_at >= :from
             group by type
             order by type
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new Count(Rows.text(row, "type"), row.getInt("known"), row.getInt("pushed")))
                .list();
    }

    private void row(RowSet row, Arrival arrival) {
        Key key = arrival.key();
        byte[] payload = switch (arrival.content()) {
            case Content.Event(var event) -> InboundEventJson.write(event);
            case Content.Unreadable unreadable -> unreadable.body();
            case Content.Unknown unknown -> unknown.body();
        };
        row.set("hook_id", key.feed().id())
                .set("event_key", key.key())
                .set("client_id", key.feed().client())
                .set("vendor", key.feed().vendor())
                .set("type", arrival.content().type())
                .set("received_at", arrival.receivedAt())
                .set("pushed", arrival.pushed())
                .set("yields", arrival.yields())
                .set("payload", sealer.seal(payload, place(key)));
        switch (arrival.content()) {
            case Content.Event(var event) ->
                row.set("status", State.RECEIVED)
                        .set("occurred_at", event.at())
                        .set("next_attempt_at", arrival.receivedAt());
            case Content.Unreadable unreadable -> row.set("status", State.DEAD).set("last_error", unreadable.error());
            case Content.Unknown unknown -> row.set("status", State.IGNORED);
        }
    }

    private static SealedPlace place(Key key) {
        return new SealedPlace(
                "webhook_inbox",
                "payload_ciphertext",
                key.feed().id() + " " + key.key(),
                key.feed().client());
    }

    private record Taken(Claimed claimed, Instant due, boolean yields) {}

    /** Takes what the condition in it names. */
    private static final String TAKE = """
        update webhook_inbox w
           set status = 'processing', attempts = w.attempts + 1, lease_until = :lease, next_attempt_at = :lease,
               updated_at = now(), row_version = w.row_version + 1
          from (select hook_id, event_key, next_attempt_at due, yields from webhook_inbox
                %s
                for update skip locked) d
         where w.hook_id = d.hook_id and w.event_key = d.event_key
        returning w.vendor, w.client_id, w.event_key, w.payload_ciphertext, w.received_at, w.attempts, w.assigned_lead_id,
                  d.due, d.yields
        """;

    private static RowSet named(Collection<Key> keys) {
        RowSet rows = new RowSet();
        keys.forEach(key -> rows.row().set("hook_id", key.feed().id()).set("event_key", key.key()));
        return rows;
    }

    @Override
    public List<Claimed> claim(@Nullable ClientId only, Instant now, Instant leaseUntil, int limit) {
        // the number stands in the text: for one that it does not know the server plans to read and sort all that wait
        return taken(Db.query(TAKE.formatted("""
                     where status in ('received', 'unmatched', 'processing') and next_attempt_at <= :now
                           and (cast(:only as uuid) is null or client_id = :only)
                     order by yields, next_attempt_at, hook_id, event_key
                     limit %d
            """.formatted(limit))).bind("only", only), now, leaseUntil);
    }

    @Override
    public List<Claimed> claim(Collection<Key> only, Instant now, Instant leaseUntil) {
        return taken(Db.query(TAKE.formatted("""
                     where status in ('received', 'unmatched', 'processing') and next_attempt_at <= :now
                           and (hook_id, event_key) in (
                               select hook_id, event_key
                                 from jsonb_to_recordset(:rows) as r(hook_id text, event_key text))
                     order by hook_id, event_key
            """)).bind("rows", named(only).json()), now, leaseUntil);
    }

    private List<Claimed> taken(Query claim, Instant now, Instant leaseUntil) {
        return claim.bind("lease", leaseUntil).bind("now", now).map((row, context) -> taken(row)).list().stream()
                .sorted(Comparator.comparing(Taken::yields)
                        .thenComparing(Taken::due)
                        .thenComparing(taken -> taken.claimed().key().feed().id())
                        .thenComparing(taken -> taken.claimed().key().key()))
                .map(Taken::claimed)
                .toList();
    }

    private Taken taken(ResultSet row) throws SQLException {
        Key key = key(row);
        return new Taken(
                new Claimed(
                        key,
                        InboundEventJson.read(sealer.open(
                                new String(row.getBytes("payload_ciphertext"), StandardCharsets.US_ASCII), place(key))),
                        Rows.instant(row, "received_at"),
                        row.getInt("attempts"),
                        Rows.idOrNull(row, "assigned_lead_id", LeadId::new)),
                Rows.instant(row, "due"),
                row.getBoolean("yields"));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new Feed(Rows.text(row, "vendor"), Rows.id(row, "client_id", ClientId::new)),
                Rows.text(row, "event_key"));
    }

    @Override
    public void settle(Collection<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        verdicts.forEach(verdict -> rows.row()
                .set("hook_id", verdict.claimed().key().feed().id())
                .set("event_key", verdict.claimed().key().key())
                .set("attempts", verdict.claimed().attempts())
                .set("status", verdict.state())
                .set("next_attempt_at", verdict.nextAttempt())
                .set("last_error", verdict.error())
                .set("at", verdict.at()));
        int settled = Db.update("""
            update webhook_inbox w
               set status = r.status, next_attempt_at = r.next_attempt_at, lease_until = null, last_error = r.last_error,
                   done_at = case when r.next_attempt_at is null then r.at end, updated_at = now(),
                   row_version = w.row_version + 1
              from jsonb_to_recordset(:rows) as r(hook_id text, event_key text, attempts int, status text,
                   next_attempt_at timestamptz, last_error text, at timestamptz)
             where w.hook_id = r.hook_id and w.event_key = r.event_key and w.status = 'processing'
                   and w.attempts = r.attempts
            """).bind("rows", rows.json()).execute();
        if (settled != verdicts.size()) {
            throw new ConcurrentUpdate("inbound events of " + verdicts.size());
        }
    }

    @Override
    public Map<Key, State> states(Collection<Key> keys) {
        return Db.query("""
            select w.vendor, w.client_id, w.event_key, w.status
              from jsonb_to_recordset(:rows) as r(hook_id text, event_key text)
              join webhook_inbox w on w.hook_id = r.hook_id and w.event_key = r.event_key
            """)
                .bind("rows", named(keys).json())
                .map((row, context) -> Map.entry(key(row), Rows.word(row, "status", State.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    @Override
    public List<Entry> list(ClientId client, State state, int limit) {
        return Db.query("""
            select vendor, client_id, event_key, type, status, attempts, received_at, next_attempt_at, last_error
              from webhook_inbox
             where client_id = :client and status = :state
             order by received_at desc, event_key
             limit :limit
            """)
                .bind("client", client)
                .bind("state", state)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                key(row),
                Rows.text(row, "type"),
                Rows.word(row, "status", State.class),
                row.getInt("attempts"),
                Rows.instant(row, "received_at"),
                Rows.instantOrNull(row, "next_attempt_at"),
                row.getString("last_error"));
    }

    @Override
    public List<Entry> search(Search search, @Nullable After after, int limit) {
        return Db.query("""
            select vendor, client_id, event_key, type, status, attempts, received_at, next_attempt_at, last_error
              from webhook_inbox
             where (:vendor::text is null or vendor = :vendor::text)
                   and (:states::text[] is null or status = any (:states::text[]))
                   and (:client::uuid is null or client_id = :client::uuid)
                   and (:at::timestamptz is null
                        or received_at < :at::timestamptz
                        or received_at = :at::timestamptz and (hook_id, event_key) > (:hook::text, :key::text))
             order by received_at desc, hook_id, event_key
             limit :limit
            """)
                .bind("vendor", search.vendor())
                .bind("states", search.states() == null ? null : Db.wires(search.states()))
                .bind("client", search.client())
                .bind("at", after == null ? null : after.receivedAt())
                .bind("hook", after == null ? null : after.key().feed().id())
                .bind("key", after == null ? null : after.key().key())
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    @Override
    public Map<ClientId, Waiting> waiting(Collection<String> types, Instant before) {
        return Db.query("""
            select client_id, count(*) events, min(received_at) since from webhook_inbox
             where status in ('received', 'processing', 'dead') and type = any (:types) and received_at < :before
             group by client_id
            """)
                .bind("types", types.toArray(String[]::new))
                .bind("before", before)
                .map((row, context) -> Map.entry(
                        Rows.id(row, "client_id", ClientId::new),
                        new Waiting(row.getInt("events"), Rows.instant(row, "since"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean discard(Key key, String reason, Instant now) {
        return Db.update("""
            update webhook_inbox
               set status = 'ignored', next_attempt_at = null, last_error = :reason, done_at = :now,
                   updated_at = now(), row_version = row_version + 1
             where hook_id = :hook and event_key = :key and status in ('dead', 'unmatched')
            """)
                        .bind("now", now)
                        .bind("reason", reason)
                        .bind("hook", key.feed().id())
                        .bind("key", key.key())
                        .execute()
                == 1;
    }

    @Override
    public boolean assign(Key key, LeadId lead, Instant now) {
        return Db.update("""
            update webhook_inbox
               set status = 'received', attempts = 0, next_attempt_at = :now, last_error = null, done_at = null,
                   assigned_lead_id = :lead, updated_at = now(), row_version = row_version + 1
             where hook_id = :hook and event_key = :key and status = 'unmatched' and payload_ciphertext is not null
            """)
                        .bind("now", now)
                        .bind("lead", lead)
                        .bind("hook", key.feed().id())
                        .bind("key", key.key())
                        .execute()
                == 1;
    }

    @Override
    public boolean replay(Key key, Instant now) {
        return Db.update("""
            update webhook_inbox
               set status = 'received', attempts = 0, next_attempt_at = :now, last_error = null, done_at = null,
                   updated_at = now(), row_version = row_version + 1
             where hook_id = :hook and event_key = :key and status in ('dead', 'unmatched')
                   and type not in ('unreadable', 'unknown') and payload_ciphertext is not null
            """)
                        .bind("now", now)
                        .bind("hook", key.feed().id())
                        .bind("key", key.key())
                        .execute()
                == 1;
    }

    @Override
    public int emptyOld(Instant now, int most) {
        return Db.update("""
            update webhook_inbox w set payload_ciphertext = null, updated_at = now(), row_version = w.row_version + 1
              from (select hook_id, event_key from webhook_inbox
                     where received_at < :before and next_attempt_at is null and payload_ciphertext is not null
                     limit :most for update skip locked) old
             where w.hook_id = old.hook_id and w.event_key = old.event_key
            """)
                .bind("before", now.minus(PAYLOAD_KEPT))
                .bind("most", most)
                .execute();
    }

    @Override
    public int removeOld(Instant now, int most) {
        return Db.update("""
            delete from webhook_inbox w
             using (select hook_id, event_key from webhook_inbox
                     where received_at < case when status = 'unmatched' then cast(:unmatched as timestamptz)
                                              else cast(:before as timestamptz) end
                           and next_attempt_at is null
                     limit :most for update skip locked) old
             where w.hook_id = old.hook_id and w.event_key = old.event_key
            """)
                .bind("before", now.minus(KEPT))
                .bind("unmatched", now.minus(UNMATCHED_KEPT))
                .bind("most", most)
                .execute();
    }
}
