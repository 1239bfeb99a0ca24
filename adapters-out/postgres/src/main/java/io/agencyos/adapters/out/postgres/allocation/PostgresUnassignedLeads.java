package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.UnassignedLeads;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows of {@code lead} without any enrolment. */
public final class PostgresUnassignedLeads implements UnassignedLeads {

    private final Leads leads;

    public PostgresUnassignedLeads(Leads leads) {
        this.leads = leads;
    }

    @Override
    public List<Lead> lockBest(
            ClientId client, CampaignId campaign, int minimumScore, Collection<LeadId> except, int limit) {
        List<LeadId> ids = Db.query("""
            select l.id from lead l
             where l.client_id = :client and l.deleted_at is null and (l.campaign_id is null or l.campaign_id = :campaign)
               and l.status in ('new', 'enriched', 'scored') and l.touch_count = 0
               and (:minimum = 0 or l.als_score >= :minimum)
               and l.id <> all (:except)
               and not exists (select from enrolment e where e.client_id = l.client_id and e.lead_id = l.id)
             order by l.als_score desc nulls last, l.created_at, l.id
             limit :limit
               for update of l skip locked
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("minimum", minimumScore)
                .bind("except", Db.uuids(except))
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
        return read(client, ids);
    }

    @Override
    public List<Lead> lockNamed(ClientId client, CampaignId campaign, Collection<LeadId> named) {
        List<LeadId> ids = Db.query("""
            select l.id from lead l
             where l.client_id = :client and l.id = any (:named)
               and l.deleted_at is null and (l.campaign_id is null or l.campaign_id = :campaign)
               and l.status in ('new', 'enriched', 'scored') and l.touch_count = 0
               and not exists (select from enrolment e where e.client_id = l.client_id and e.lead_id = l.id)
             order by l.id
               for update of l skip locked
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("named", Db.uuids(named))
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
        return read(client, ids);
    }

    @Override
    public Map<NotFree, Integer> notFree(ClientId client, CampaignId campaign, int minimumScore) {
        Map<NotFree, Integer> counts = new EnumMap<>(NotFree.class);
        Db.query("""
            select reason, count(*)::int as leads
              from (select case
                        when l.status not in ('new', 'enriched', 'scored', 'in_sequence', 'replied', 'meeting_booked')
                            then 'ended'
                        when l.status not in ('new', 'enriched', 'scored')
                          or exists (select from enrolment e where e.client_id = l.client_id and e.lead_id = l.id)
                            then 'under_way'
                        when l.campaign_id <> :campaign then 'other_campaign'
                        when l.touch_count > 0 then 'contacted'
                        when :minimum > 0 and (l.als_score is null or l.als_score < :minimum) then 'below_tier'
                    end as reason
                      from lead l
                     where l.client_id = :client and l.deleted_at is null) l
             where reason is not null
             group by reason
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("minimum", minimumScore)
                .map((row, context) -> counts.put(Rows.word(row, "reason", NotFree.class), row.getInt("leads")))
                .list();
        return counts;
    }

    private List<Lead> read(ClientId client, List<LeadId> ids) {
        Map<LeadId, Lead> found =
                leads.findAll(client, ids).stream().collect(Collectors.toMap(Lead::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
