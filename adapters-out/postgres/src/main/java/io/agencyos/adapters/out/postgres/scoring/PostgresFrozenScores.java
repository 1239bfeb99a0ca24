package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.store.FrozenScores;
import io.agencyos.domain.scoring.tier.HotCostGuard;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** First touches with the score that they point to, and the first booking after each. */
public final class PostgresFrozenScores implements FrozenScores {

    @Override
    public List<Unit> firstTouchedSince(ClientId client, Instant since) {
        return Db.query("""
            with first as (
                select distinct on (t.lead_id) t.lead_id, t.sent_at, t.als_snapshot_id
                  from touch t
                 where t.client_id = :client and t.origin = 'sequence' and not t.is_test
                 order by t.lead_id, t.sent_at, t.id)
            select f.lead_id, f.sent_at, s.facts, b.booked_at
              from first f
              join lead_score s on s.client_id = :client and s.id = f.als_snapshot_id and s.facts is not null
              left join lateral (
                   select min(o.occurred_at) booked_at from outcome_event o
                    where o.client_id = :client and o.lead_id = f.lead_id and o.kind = 'meeting_booked'
                      and o.source <> 'retraction' and o.occurred_at >= f.sent_at
                      and not exists (select from outcome_event r
                                       where r.client_id = :client and r.kind = o.kind and r.source = 'retraction'
                                         and r.source_ref = o.id::text)) b on true
             where f.sent_at >= :since
             order by f.lead_id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> new Unit(
                        Rows.id(row, "lead_id", LeadId::new),
                        Objects.requireNonNull(Rows.jsonOrNull(row, "facts"))
                                .as(StoredFacts.class)
                                .frozen(),
                        Rows.instant(row, "sent_at"),
                        Rows.instantOrNull(row, "booked_at")))
                .list();
    }

    @Override
    public HotCostGuard.Standing standing(ClientId client, LeadId lead, int score, Instant from, Instant until) {
        return Db.query("""
            with started as (
                select lead_id, coalesce(lead_score, 0) points, sent_at from touch
                 where client_id = :client and sent_at >= :from and sent_at < :until and touch_no = 1 and not is_test),
            own as (
                select coalesce((select points from started where lead_id = :lead), :score) points,
                       coalesce((select sent_at from started where lead_id = :lead), 'infinity') sent_at)
            select count(*) filter (where s.points > o.points or s.points = o.points and s.sent_at < o.sent_at) ahead,
                   count(*) others
              from started s cross join own o
             where s.lead_id <> :lead
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("score", score)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new HotCostGuard.Standing(row.getInt("ahead"), row.getInt("others") + 1))
                .one();
    }
}
