package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two statements, whatever the number of campaigns and leads. */
public final class PostgresIrregularities implements Irregularities {

    @Override
    public Map<CampaignId, Conservation> sums(ClientId client) {
        Map<CampaignId, Map<String, Long>> sums = new LinkedHashMap<>();
        Db.query("""
            select e.campaign_id, 'enrolled' outcome, coalesce(sum(s.steps * e.runs), 0) steps
              from (select campaign_id, sequence_version, count(*) runs from enrolment
                     where client_id = :client group by campaign_id, sequence_version) e
              join campaign_sequence s on s.client_id = :client and s.campaign_id = e.campaign_id
                   and s.version = e.sequence_version
             group by e.campaign_id
            union all
            select campaign_id, outcome, count(*) from enrolment_step
             where client_id = :client group by campaign_id, outcome
             order by 1, 2
            """)
                .bind("client", client)
                .map((row, context) -> sums.computeIfAbsent(
                                Rows.id(row, "campaign_id", CampaignId::new), campaign -> new HashMap<>())
                        .merge(Rows.text(row, "outcome"), row.getLong("steps"), Long::sum))
                .list();
        Map<CampaignId, Conservation> found = new LinkedHashMap<>();
        sums.forEach((campaign, of) -> found.put(
                campaign,
                new Conservation(
                        of.getOrDefault("enrolled", 0L),
                        of.getOrDefault("sent", 0L),
                        inAll(of, "refused"),
                        inAll(of, "failed"),
                        of.getOrDefault("pending", 0L))));
        return found;
    }

    /** Whether a sum closes needs no codes. */
    private static Map<String, Long> inAll(Map<String, Long> of, String outcome) {
        Long steps = of.get(outcome);
        return steps == null ? Map.of() : Map.of(outcome, steps);
    }

    @Override
    public List<Stuck> stuck(ClientId client, Patience patience, int limit) {
        return Db.query("""
            select l.id lead_id, l.blocked_code code, said.times, said.since
              from enrolment e
              join lead l on l.client_id = e.client_id and l.id = e.lead_id
             cross join lateral (
                   select count(*) times, min(g.created_at) since from gate_check g
                    where g.client_id = l.client_id and g.lead_id = l.id and g.code = l.blocked_code
                      and g.class = 'defer' and g.created_at > coalesce(l.last_touch_at, '-infinity')) said
             where e.client_id = :client and e.status in ('pending', 'active')
               and l.blocked_code is not null and l.deleted_at is null
               and (said.times > :times or said.since < :before)
             order by l.id limit :limit
            """)
                .bind("client", client)
                .bind("times", patience.times())
                .bind("before", patience.before())
                .bind("limit", limit)
                .map((row, context) -> new Stuck(
                        Rows.id(row, "lead_id", LeadId::new),
                        Rows.text(row, "code"),
                        row.getInt("times"),
                        Rows.instant(row, "since")))
                .list();
    }
}
