package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Touches as events need them: from {@code touch}, or from {@code outreach_job} while nothing proves that they left. */
final class KnownTouches {

    static final String COLUMNS = """
        select t.id, t.lead_id, t.campaign_id, t.kind, t.step_no, t.sent_at, t.delivered_at, t.thread_id
          from touch t
        """;

    /**
     * The same behind a list {@code named} of ids, with the columns of that list; what stands in neither table is left
     * out.
     */
    static final String OF_NAMED = """

        select n.*, coalesce(t.lead_id, j.lead_id) lead_id, coalesce(t.campaign_id, j.campaign_id) campaign_id,
               coalesce(t.kind, j.touch_kind) kind, coalesce(t.step_no, j.step_no) step_no, t.sent_at, t.delivered_at,
               t.thread_id
          from named n
          left join lateral (select * from touch where client_id = :client and id = n.id offset 0) t on true
          left join lateral (
               select * from outreach_job where client_id = :client and id = n.id and t.id is null offset 0) j on true
         where t.id is not null or j.id is not null
        """;

    private KnownTouches() {}

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
