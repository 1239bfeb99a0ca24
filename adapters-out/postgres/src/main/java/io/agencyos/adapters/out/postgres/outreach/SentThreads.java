package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.SentLog.Sent;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The live threads into which messages of ours go, locked until the unit of work ends, so that a message's position is
 * its own. Source: content 4.8.
 */
final class SentThreads {

    private record Place(LeadId lead, Channel channel) {}

    private static final class Count {
        private final ThreadId thread;
        private final int before;
        private int added;
        private Instant last = Instant.EPOCH;

        Count(ThreadId thread, int before) {
            this.thread = thread;
            this.before = before;
        }
    }

    private final ClientId client;
    private final Map<Place, Count> counts = new HashMap<>();

    private SentThreads(ClientId client) {
        this.client = client;
    }

    /** Begins the threads that are missing, and locks all, by ascending lead and channel. */
    static SentThreads locked(ClientId client, Collection<Sent> sent, IdSource ids) {
        Map<Place, Sent> first = new LinkedHashMap<>();
        sent.forEach(one -> first.putIfAbsent(place(one.touch()), one));
        RowSet rows = new RowSet();
        first.forEach((place, one) -> rows.row()
                .set("id", ids.next())
                .set("lead_id", place.lead())
                .set("channel", place.channel())
                .set("campaign_id", one.touch().campaignId())
                .set("started_at", one.at()));
        SentThreads threads = new SentThreads(client);
        // an insert that finds the thread locks it instead, whoever began it and however short ago
        Db.query("""
            insert into conversation_thread as t (client_id, id, lead_id, campaign_id, channel, status, outcome, started_at)
            select :client, id, lead_id, campaign_id, channel, 'active', 'ongoing', started_at
              from jsonb_to_recordset(:rows) as r(id uuid, lead_id uuid, channel text, campaign_id uuid,
                   started_at timestamptz)
             order by lead_id, channel
            on conflict (client_id, lead_id, channel) where status in ('active', 'stale') do update
               set updated_at = now()
            returning id, lead_id, channel, messages
            """)
                .bind("client", client)
                .bind("rows", rows.json())
                .map((row, context) -> threads.counts.put(
                        new Place(Rows.id(row, "lead_id", LeadId::new), Rows.word(row, "channel", Channel.class)),
                        new Count(Rows.id(row, "id", ThreadId::new), row.getInt("messages"))))
                .list();
        return threads;
    }

    private static Place place(Touch touch) {
        return new Place(touch.leadId(), touch.kind().channel());
    }

    /** Gives a message the next position in its thread. */
    SentRows.Placed place(Sent sent, UUID message) {
        Count count = Objects.requireNonNull(counts.get(place(sent.touch())), "every place has its thread");
        count.added++;
        count.last = count.last.isAfter(sent.at()) ? count.last : sent.at();
        return new SentRows.Placed(sent, count.thread, new MessageId(message), count.before + count.added);
    }

    /** Counts what was placed; a thread that had gone stale lives again. */
    void update() {
        RowSet rows = new RowSet();
        counts.values()
                .forEach(count -> rows.row()
                        .set("id", count.thread)
                        .set("added", count.added)
                        .set("last_at", count.last));
        Db.update("""
            update conversation_thread t
               set status = 'active', messages = t.messages + r.added, ours = t.ours + r.added,
                   last_at = greatest(t.last_at, r.last_at), last_ours_at = greatest(t.last_ours_at, r.last_at),
                   row_version = t.row_version + 1
              from jsonb_to_recordset(:rows) as r(id uuid, added int, last_at timestamptz)
             where t.client_id = :client and t.id = any (:ids) and t.id = r.id
            """)
                .bind("client", client)
                .bind(
                        "ids",
                        Db.uuids(counts.values().stream()
                                .map(count -> count.thread)
                                .toList()))
                .bind("rows", rows.json())
                .execute();
    }
}
