package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Touches with their messages; both stand in partitions of the month in which they were sent, so that each finds the other. */
public final class PostgresSentMessages implements SentMessages {

    private static final String SELECT = """
        select t.id, t.lead_id, t.campaign_id, t.kind, t.origin, t.step_no, t.sent_at, t.delivery_status,
               t.content_template_id, t.ai_model, t.personalisation, m.subject, m.body,
               (select count(*) from activity a
                 where a.client_id = t.client_id and a.lead_id = t.lead_id and a.occurred_at >= t.sent_at
                   and a.touch_id = t.id and a.action = 'opened') opens,
               (select count(*) from activity a
                 where a.client_id = t.client_id and a.lead_id = t.lead_id and a.occurred_at >= t.sent_at
                   and a.touch_id = t.id and a.action = 'clicked') clicks
          from touch t
          join message m on m.client_id = t.client_id and m.at = t.sent_at and m.id = t.message_id
         where t.client_id = :client and not t.is_test
        """;

    @Override
    public List<SentMessage> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria messages = new Criteria(SELECT)
                .with("client", client)
                .andAny("t.channel = any (:channels)", "channels", filter.channels())
                .and("t.campaign_id = :campaign", "campaign", filter.campaign())
                .and("t.sent_at >= :from", "from", filter.from())
                .and("t.sent_at < :until", "until", filter.until())
                .containing("coalesce(m.subject, '') || E'\\n' || m.body", filter.q());
        if (after != null) {
            messages.and("(t.sent_at, t.id) < (:afterAt, :afterId)")
                    .with("afterAt", after.at())
                    .with("afterId", after.id());
        }
        return messages.first(limit, "t.sent_at desc, t.id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<SentMessage> find(ClientId client, TouchId id) {
        return new Criteria(SELECT)
                .with("client", client)
                .and("t.id = :id", "id", id)
                .first(1, "t.sent_at")
                .map((row, context) -> read(row))
                .findFirst();
    }

    private static SentMessage read(ResultSet row) throws SQLException {
        return new SentMessage(
                Rows.id(row, "id", TouchId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "campaign_id", CampaignId::new),
                Rows.word(row, "kind", TouchKind.class),
                Rows.word(row, "origin", TouchOrigin.class),
                row.getInt("step_no"),
                Rows.instant(row, "sent_at"),
                row.getString("subject"),
                Rows.text(row, "body"),
                row.getString("content_template_id"),
                row.getString("ai_model"),
                Rows.texts(row, "personalisation").stream().sorted().toList(),
                Rows.word(row, "delivery_status", DeliveryStatus.class),
                row.getInt("opens"),
                row.getInt("clicks"));
    }
}
