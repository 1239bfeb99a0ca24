package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.TouchOutcomes.Known;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.ThreadId;
import io.agencyos.domain.shared.TouchId;
import io.agencyos.domain.shared.TouchKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Touches as events need them: from {@code touch}, or from {@code outreach_job} while nothing proves that they left. */
final class KnownTouches {

    static final String COLUMNS = """
        select t.id, t.lead_id, t.campaign_id, t.kind, t.step_no, t.sent_at, t.delivered_at, t.thread_id
          from touch t
        """;

    private KnownTouches() {}

    static Map<TouchId, Known> of(ClientId client, Collection<TouchId> ids) {
        Map<TouchId, Known> known = new HashMap<>();
        if (ids.isEmpty()) {
            return known;
        }
        Db.query(COLUMNS + """
             where t.client_id = :client and t.id = any (:ids)
            union all
            select j.id, j.lead_id, j.campaign_id, j.touch_kind, j.step_no, null, null, null
              from outreach_job j
             where j.client_id = :client and j.id = any (:ids)
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> read(row))
                .forEach(touch -> known.merge(touch.id(), touch, (one, other) -> one.sentAt() == null ? other : one));
        return known;
    }

    static Known read(ResultSet row) throws SQLException {
        return new Known(
                Rows.id(row, "id", TouchId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "campaign_id", CampaignId::new),
                Rows.word(row, "kind", TouchKind.class),
                row.getInt("step_no"),
                Rows.instantOrNull(row, "sent_at"),
                Rows.instantOrNull(row, "delivered_at"),
                Rows.idOrNull(row, "thread_id", ThreadId::new));
    }
}
