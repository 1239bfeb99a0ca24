package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came of meetings, in {@code outcome_event}, under the meeting's id. */
public final class PostgresMeetingOutcomes implements MeetingOutcomes {

    private static final String SOURCE = "meeting";

    @Override
    public void append(Entry entry) {
        BookingPath.Contact credited = entry.credited();
        Db.update("""
            insert into outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref, touch_id,
                   touch_sent_at)
            values (:client, :id, :lead, :kind, :at, :source, :meeting, :touch, :touchSentAt)
            on conflict (client_id, kind, source, source_ref) do nothing
            """)
                .bind("client", entry.clientId())
                .bind("id", entry.id())
                .bind("lead", entry.lead())
                .bind("kind", entry.kind())
                .bind("at", entry.at())
                .bind("source", SOURCE)
                .bind("meeting", entry.meeting().text())
                .bindByType("touch", credited == null ? null : credited.touch(), TouchId.class)
                .bindByType("touchSentAt", credited == null ? null : credited.sentAt(), Instant.class)
                .execute();
    }

    @Override
    public List<Entry> of(ClientId client, MeetingId meeting) {
        return Db.query("""
            select o.*, t.channel, t.origin = 'reply' answer,
                   t.delivery_status in ('bounced', 'undelivered', 'failed_late') failed
              from outcome_event o
              left join touch t on t.client_id = o.client_id and t.sent_at = o.touch_sent_at and t.id = o.touch_id
             where o.client_id = :client and o.kind = any (:kinds) and o.source = :source and o.source_ref = :meeting
             order by o.occurred_at, o.kind
            """)
                .bind("client", client)
                .bind("kinds", Db.wires(List.of(Kind.values())))
                .bind("source", SOURCE)
                .bind("meeting", meeting.text())
                .map((row, context) -> {
                    TouchId touch = Rows.idOrNull(row, "touch_id", TouchId::new);
                    return new Entry(
                            row.getObject("id", UUID.class),
                            client,
                            Rows.id(row, "lead_id", LeadId::new),
                            meeting,
                            Rows.word(row, "kind", Kind.class),
                            Rows.instant(row, "occurred_at"),
                            touch == null
                                    ? null
                                    : new BookingPath.Contact(
                                            touch,
                                            Rows.word(row, "channel", Channel.class),
                                            Rows.instant(row, "touch_sent_at"),
                                            row.getBoolean("answer"),
                                            row.getBoolean("failed")));
                })
                .list();
    }
}
