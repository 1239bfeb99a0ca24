package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.lead.Activity;
import java.util.Collection;

/** The timeline in {@code activity}, partitioned by month. */
public final class PostgresActivities implements Activities {

    private static final RowShape ROWS = new RowShape("activities", """
        client_id uuid, id uuid, occurred_at timestamptz, lead_id uuid, campaign_id uuid, channel text, touch_kind text,
        step_no int, action text, touch_id uuid, dedupe_key text, detail text, actor text\
        """);

    private final ClockPort clock;

    public PostgresActivities(ClockPort clock) {
        this.clock = clock;
    }

    @Override
    public int append(Collection<Activity> activities) {
        if (activities.isEmpty()) {
            return 0;
        }
        RowBatch rows = new RowBatch(ROWS);
        activities.forEach(activity -> rows.row()
                .set("client_id", activity.clientId())
                .set("id", activity.id())
                .set("occurred_at", activity.occurredAt())
                .set("lead_id", activity.leadId())
                .set("campaign_id", activity.campaignId())
                .set("channel", activity.channel())
                .set("touch_kind", activity.touchKind())
                .set("step_no", activity.stepNo())
                .set("action", activity.action())
                .set("touch_id", activity.touchId())
                .set("dedupe_key", activity.dedupeKey())
                .set("detail", activity.detail())
                .set("actor", activity.actor()));
        // the unique index holds the instant too, as it must on a partitioned table; the key alone is asked for here,
        // and
        // behind a fence, or the planner may read all activities into a table of its own
        return rows.ready().update("""
            insert into activity (client_id, id, occurred_at, lead_id, campaign_id, channel, touch_kind, step_no, action,
                   touch_id, dedupe_key, detail, actor, recorded_at)
            select distinct on (coalesce(r.dedupe_key, r.id::text)) r.client_id, r.id, r.occurred_at, r.lead_id,
                   r.campaign_id, r.channel, r.touch_kind, r.step_no, r.action, r.touch_id, r.dedupe_key, r.detail,
                   r.actor, :now
              from {rows}
             where r.dedupe_key is null or not exists (
                   select 1 from activity a
                    where a.client_id = r.client_id and a.lead_id = r.lead_id and a.dedupe_key = r.dedupe_key
                   offset 0)
            on conflict do nothing
            """).bind("now", clock.now()).execute();
    }
}
