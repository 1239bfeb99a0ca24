package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.Touches.ContactHistory;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of leads, counted in {@code outreach_job}: what was sent, and what may have been sent and never will be known
 * (abandoned), which counts from its last known instant. A profile view is no contact. Source: outreach 0, 4.5.
 */
final class ContactHistories {

    private ContactHistories() {}

    static Map<LeadId, ContactHistory> read(ClientId client, Collection<LeadId> leads, Instant since) {
        Map<LeadId, Gathered> gathered = new HashMap<>();
        Db.query("""
            select lead_id, channel, enrolment_id, max(at) last_at, count(*) filter (where at >= :since) since,
                   count(*) filter (where origin = 'sequence') of_sequence
              from (select lead_id, channel, enrolment_id, origin, coalesce(sent_at, scheduled_at) at
                      from outreach_job
                     where client_id = :client and lead_id = any (:leads) and status in ('sent', 'abandoned')
                       and touch_kind <> 'li_view') contact
             group by lead_id, channel, enrolment_id
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .bind("since", since)
                .map((row, context) -> gathered.computeIfAbsent(
                                Rows.id(row, "lead_id", LeadId::new), lead -> new Gathered())
                        .add(row))
                .list();
        Map<LeadId, ContactHistory> histories = new HashMap<>();
        gathered.forEach((lead, contacts) -> histories.put(lead, contacts.history()));
        return histories;
    }

    private static final class Gathered {

        private int since;
        private @Nullable Instant last;
        private final Map<Channel, Instant> lastByChannel = new EnumMap<>(Channel.class);
        private final Map<EnrolmentId, Integer> byEnrolment = new HashMap<>();

        Gathered add(ResultSet row) throws SQLException {
            Instant at = Rows.instant(row, "last_at");
            since += row.getInt("since");
            last = last == null ? at : later(last, at);
            lastByChannel.merge(Rows.word(row, "channel", Channel.class), at, Gathered::later);
            EnrolmentId enrolment = Rows.idOrNull(row, "enrolment_id", EnrolmentId::new);
            int ofSequence = row.getInt("of_sequence");
            if (enrolment != null && ofSequence > 0) {
                byEnrolment.merge(enrolment, ofSequence, Integer::sum);
            }
            return this;
        }

        ContactHistory history() {
            return new ContactHistory(since, last, lastByChannel, byEnrolment);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
