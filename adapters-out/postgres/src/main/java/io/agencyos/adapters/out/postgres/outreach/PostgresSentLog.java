package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was sent, in {@code touch}, {@code message}, {@code conversation_thread} and {@code message_ref}: a few
 * statements however many touches it carries. The caller holds the touches' locks, so nobody records one beside it.
 */
public final class PostgresSentLog implements SentLog {

    private final IdSource ids;

    public PostgresSentLog(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public void record(Collection<Sent> sent) {
        Map<TouchId, Sent> fresh = new LinkedHashMap<>();
        sent.forEach(one -> fresh.putIfAbsent(one.touch().id(), one));
        fresh.keySet().removeAll(recorded(fresh.values()));
        if (fresh.isEmpty()) {
            return;
        }
        ClientId client = sent.iterator().next().touch().clientId();
        SentThreads threads = SentThreads.locked(client, fresh.values(), ids);
        List<SentRows.Placed> placed = new ArrayList<>();
        fresh.values().forEach(one -> placed.add(threads.place(one, ids.next())));
        new SentRows(client, placed).insert();
        threads.update();
    }

    /** Asked by lead, for which there is an index; by its id alone a touch would be looked for in every month. */
    private static Set<TouchId> recorded(Collection<Sent> sent) {
        if (sent.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Db.query("""
            select id from touch where client_id = :client and lead_id = any (:leads) and id = any (:ids)
            """)
                .bind("client", sent.iterator().next().touch().clientId())
                .bind(
                        "leads",
                        Db.uuids(sent.stream().map(one -> one.touch().leadId()).toList()))
                .bind("ids", Db.uuids(sent.stream().map(one -> one.touch().id()).toList()))
                .mapTo(TouchId.class)
                .list());
    }

    @Override
    public Map<EnrolmentId, List<Earlier>> earlier(ClientId client, Collection<EnrolmentId> enrolments) {
        Map<EnrolmentId, List<Earlier>> earlier = new HashMap<>();
        // by way of the lead, for which there is an index; a message stands in the month of its touch
        Db.query("""
            select e.id enrolment_id, t.thread_id, m.headers ->> 'Message-ID' message_id, m.subject, t.resource_id,
                   t.delivery_status = 'bounced' bounced
              from enrolment e
              join touch t on t.client_id = e.client_id and t.lead_id = e.lead_id and t.enrolment_id = e.id
                   and t.channel = 'email'
              left join message m on m.client_id = t.client_id and m.at = t.sent_at and m.id = t.message_id
             where e.client_id = :client and e.id = any (:enrolments)
             order by t.sent_at, t.id
            """)
                .bind("client", client)
                .bind("enrolments", Db.uuids(enrolments))
                .map((row, context) -> earlier.computeIfAbsent(
                                Rows.id(row, "enrolment_id", EnrolmentId::new), enrolment -> new ArrayList<>())
                        .add(new Earlier(
                                Rows.id(row, "thread_id", ThreadId::new),
                                row.getString("message_id"),
                                row.getString("subject"),
                                Rows.idOrNull(row, "resource_id", ResourceId::new),
                                row.getBoolean("bounced"))))
                .list();
        return earlier;
    }
}
