package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.rescore.RescoreQueue;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Live rows of {@code lead} by their primary key. */
public final class PostgresRescoreQueue implements RescoreQueue {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public List<Entry> next(
            ClientId client, RescoreRequest.Target target, Set<LeadStatus> frozen, @Nullable LeadId after, int limit) {
        // one condition for every page: an OR with null would let a kept plan read the client's leads from the first on
        return Db.query("""
            select l.id, exists (select from enrolment e
                                  where e.client_id = l.client_id and e.lead_id = l.id
                                    and e.status not in ('completed', 'converted', 'stopped')) enrolled
              from lead l
             where l.client_id = :client and l.deleted_at is null and l.status <> all (:frozen) and l.id > :after
            """ + among(target) + " order by l.id limit :limit")
                .bind("client", client)
                .bind("frozen", Db.wires(frozen))
                .bind("after", after == null ? FIRST : after.value())
                .bind("value", value(target))
                .bind("limit", limit)
                .map((row, context) -> new Entry(Rows.id(row, "id", LeadId::new), row.getBoolean("enrolled")))
                .list();
    }

    @Override
    public int count(ClientId client, RescoreRequest.Target target, Set<LeadStatus> frozen) {
        return Db.query("""
            select count(*) from lead l
             where l.client_id = :client and l.deleted_at is null and l.status <> all (:frozen)
            """ + among(target))
                .bind("client", client)
                .bind("frozen", Db.wires(frozen))
                .bind("value", value(target))
                .mapTo(Integer.class)
                .one();
    }

    /** Nobody indexes the names of companies: an entry of one goes through everybody. */
    private static String among(RescoreRequest.Target target) {
        return switch (target) {
            case RescoreRequest.Target.Everybody everybody -> "and :value = ''";
            case RescoreRequest.Target.OfCampaign campaign -> "and l.campaign_id = cast(:value as uuid)";
            case RescoreRequest.Target.One one -> "and l.id = cast(:value as uuid)";
            case RescoreRequest.Target.Named(Suppressions.Key key) ->
                switch (key.type()) {
                    case PERSON -> "and cast(:value as uuid) in (l.id, l.pool_person_id)";
                    case EMAIL -> "and l.email_key = :value";
                    case PHONE -> "and l.phone_e164 = :value";
                    case LINKEDIN -> "and l.linkedin_key = :value";
                    case DOMAIN ->
                        "and ('.' || l.domain_key like '%.' || :value"
                                + " or '.' || split_part(l.email_key, '@', 2) like '%.' || :value)";
                    case COMPANY -> "and l.company_name is not null and :value <> ''";
                };
        };
    }

    private static String value(RescoreRequest.Target target) {
        return switch (target) {
            case RescoreRequest.Target.Everybody everybody -> "";
            case RescoreRequest.Target.OfCampaign(var campaign) -> campaign.text();
            case RescoreRequest.Target.One(LeadId lead) -> lead.text();
            case RescoreRequest.Target.Named(Suppressions.Key key) -> key.value();
        };
    }

    @Override
    public List<LeadId> due(ClientId client, Instant now, Set<LeadStatus> frozen, int limit) {
        return Db.query("""
            select id from lead
             where client_id = :client and next_rescore_at <= :now and deleted_at is null and status <> all (:frozen)
             order by next_rescore_at, id
             limit :limit
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("frozen", Db.wires(frozen))
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
    }

    @Override
    public List<ClientId> clientsDue(Instant now, Set<LeadStatus> frozen, @Nullable ClientId after, int limit) {
        return Db.query("""
            select c.client_id from client c
             where (c.mode = 'live' or c.in_use_at is not null) and c.deleted_at is null and c.client_id > :after
               and exists (select from lead l
                            where l.client_id = c.client_id and l.next_rescore_at <= :now and l.deleted_at is null
                              and l.status <> all (:frozen))
             order by c.client_id limit :limit
            """)
                .bind("after", after == null ? FIRST : after.value())
                .bind("now", now)
                .bind("frozen", Db.wires(frozen))
                .bind("limit", limit)
                .mapTo(ClientId.class)
                .list();
    }
}
