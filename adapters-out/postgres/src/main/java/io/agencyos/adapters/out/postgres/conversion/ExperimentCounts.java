package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** What came of touches in the time that a reward is waited for, whichever touch was answered: arms are given by chance. */
final class ExperimentCounts {

    private static final Duration YEAR = Duration.ofDays(365);

    /** Delivered touches of sequences to leads that are still there, as {@code t}. */
    private static final String TOUCHES = """
          from touch t
          join lead l on l.client_id = t.client_id and l.id = t.lead_id and l.deleted_at is null
         cross join lateral (select %s rewarded) r
        %s
         where t.client_id = :client and t.origin = 'sequence' and not t.is_test
           and\s\
        """ + Arrived.longAgo("t") + "\n";

    private static final String REPLIED = """
        exists (select from reply p
                 where p.client_id = t.client_id and p.lead_id = t.lead_id
                   and coalesce(p.corrected_intent, p.intent) in ('meeting_request', 'interested', 'question')
                   and p.received_at >= t.sent_at and p.received_at <= t.sent_at + :within::interval)\
        """;

    private static final String BOOKED = """
        exists (select from outcome_event o
                 where o.client_id = t.client_id and o.lead_id = t.lead_id and o.kind = 'meeting_booked'
                   and o.source <> 'retraction'
                   and o.occurred_at >= t.sent_at and o.occurred_at <= t.sent_at + :within::interval
                   and not exists (select from outcome_event x
                                    where x.client_id = o.client_id and x.kind = o.kind and x.source = 'retraction'
                                      and x.source_ref = o.id::text))\
        """;

    private static final String HARM = """
         cross join lateral (select
               exists (select from activity a
                        where a.client_id = t.client_id and a.lead_id = t.lead_id
                          and a.action in ('unsubscribed', 'complained')
                          and a.occurred_at >= t.sent_at and a.occurred_at <= t.sent_at + :within::interval)
               or exists (select from reply p
                           where p.client_id = t.client_id and p.lead_id = t.lead_id
                             and coalesce(p.corrected_intent, p.intent) in ('unsubscribe', 'angry_or_complaint')
                             and p.received_at >= t.sent_at and p.received_at <= t.sent_at + :within::interval) harmed) h\
        """;

    private ExperimentCounts() {}

    static Map<VariantId, Variant.Tally> tallies(Experiment experiment, Instant now) {
        Map<VariantId, Variant.Tally> tallies = new HashMap<>();
        of(
                        "select t.variant_id, count(*) filter (where t.sent_at < :old) n,"
                                + " count(*) filter (where t.sent_at < :old and r.rewarded) k, count(*) delivered,"
                                + " count(*) filter (where h.harmed) harmed"
                                + TOUCHES.formatted(rewarded(experiment.reward()), HARM)
                                + " and t.sent_at >= :from and t.variant_id = any (:variants) group by t.variant_id",
                        experiment.clientId(),
                        experiment.reward(),
                        now)
                .bind("from", experiment.startedAt())
                .bind(
                        "variants",
                        Db.uuids(experiment.variants().stream().map(Variant::id).toList()))
                .map((row, context) -> tallies.put(
                        Rows.id(row, "variant_id", VariantId::new),
                        new Variant.Tally(
                                row.getLong("n"), row.getLong("k"), row.getLong("delivered"), row.getLong("harmed"))))
                .list();
        return tallies;
    }

    static Experiments.Before before(ClientId client, Channel channel, int bucket, Reward reward, Instant now) {
        return of(
                        "select count(*) n, count(*) filter (where r.rewarded) k"
                                + TOUCHES.formatted(rewarded(reward), "")
                                + " and t.sent_at >= :from and t.sent_at < :old and t.channel = :channel"
                                + " and least(t.touch_no, 4) = :bucket",
                        client,
                        reward,
                        now)
                .bind("from", now.minus(YEAR))
                .bind("channel", channel)
                .bind("bucket", bucket)
                .map((row, context) -> new Experiments.Before(row.getLong("n"), row.getLong("k")))
                .one();
    }

    private static Query of(String sql, ClientId client, Reward reward, Instant now) {
        return Db.query(sql)
                .bind("client", client)
                .bind("within", reward.within().toString())
                .bind("old", now.minus(reward.within()));
    }

    private static String rewarded(Reward reward) {
        return switch (reward) {
            case POSITIVE_REPLY -> REPLIED;
            case MEETING_BOOKED -> BOOKED;
        };
    }
}
