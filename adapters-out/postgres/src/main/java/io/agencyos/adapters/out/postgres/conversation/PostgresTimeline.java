package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The timeline read from {@code activity} by the indexes of data model 11. */
public final class PostgresTimeline implements Timeline {

    @Override
    public List<Activity> of(ClientId client, LeadId lead, @Nullable After after, int limit) {
        return list(client, new Filter(lead, null, null, null, null, null), after, limit);
    }

    @Override
    public List<Activity> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria lines = new Criteria("select * from activity where client_id = :client")
                .with("client", client)
                .and("lead_id = :lead", "lead", filter.lead())
                .and("campaign_id = :campaign", "campaign", filter.campaign())
                .andAny("channel = any (:channels)", "channels", filter.channels())
                .andAny("action = any (:actions)", "actions", filter.actions())
                .and("occurred_at >= :from", "from", filter.from())
                .and("occurred_at < :until", "until", filter.until());
        if (after != null) {
            lines.and("(occurred_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.occurredAt())
                    .with("afterId", after.id());
        }
        return lines.first(limit, "occurred_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Map<TouchId, Integer> touchNumbers(ClientId client, Collection<LeadId> leads) {
        Map<TouchId, Integer> numbers = new HashMap<>();
        Db.query("""
            select a.touch_id, row_number() over (partition by a.lead_id order by min(a.occurred_at), a.touch_id) no
              from activity a
             where a.client_id = :client and a.lead_id = any (:leads) and a.action = 'sent' and a.touch_id is not null
               and not exists (select from voice_call c join outreach_job j on j.client_id = c.client_id and j.id = c.touch_id
                                where c.client_id = a.client_id and c.touch_id = a.touch_id
                                  and (c.outcome = 'failed_technical'
                                       or j.origin = 'retry' and c.outcome in ('busy', 'no_answer')))
             group by a.lead_id, a.touch_id
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> Map.entry(Rows.id(row, "touch_id", TouchId::new), row.getInt("no")))
                .forEach(touch -> numbers.put(touch.getKey(), touch.getValue()));
        return numbers;
    }

    private static Activity read(ResultSet row) throws SQLException {
        return new Activity(
                Rows.id(row, "id", ActivityId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.word(row, "action", ActivityAction.class),
                Rows.wordOrNull(row, "channel", Channel.class),
                Rows.wordOrNull(row, "touch_kind", TouchKind.class),
                Rows.idOrNull(row, "touch_id", TouchId::new),
                Rows.intOrNull(row, "step_no"),
                Rows.instant(row, "occurred_at"),
                row.getString("dedupe_key"),
                row.getString("detail"),
                Rows.word(row, "actor", ActivityActor.class));
    }
}
