package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.outreach.call.CallHealth;
import io.agencyos.domain.outreach.call.CallHolds;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Calls in {@code voice_call}; what runs is read off the touches. */
public final class PostgresCallBook implements CallBook {

    @Override
    public boolean add(Call call) {
        return Db.update("""
            insert into voice_call (client_id, id, lead_id, campaign_id, enrolment_id, touch_id, step_no, provider,
                                    provider_call_id, from_number, to_number, started_at, ended_at, duration_s, outcome,
                                    summary, transcript, cost_usd)
            values (:client, :id, :lead, :campaign, :enrolment, :touch, :step, :vendor, :ref, :from, :to, :started, :ended,
                    :seconds, :outcome, :summary, :transcript, :cost)
            on conflict (client_id, provider, provider_call_id) do nothing
            """)
                        .bind("client", call.clientId())
                        .bind("id", call.id())
                        .bind("lead", call.leadId())
                        .bind("campaign", call.campaignId())
                        .bind("enrolment", call.enrolmentId())
                        .bind("touch", call.touchId())
                        .bind("step", call.stepNo())
                        .bind("vendor", call.vendor())
                        .bind("ref", call.ref())
                        .bind("from", call.from() == null ? null : call.from().e164())
                        .bind("to", call.to().e164())
                        .bind("started", call.startedAt())
                        .bind("ended", call.endedAt())
                        .bind("seconds", call.seconds())
                        .bind("outcome", call.result())
                        .bind("summary", call.summary())
                        .bind("transcript", call.transcript())
                        .bind("cost", call.costUsd())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Call> find(ClientId client, UUID id) {
        return one(Db.query("select * from voice_call where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id));
    }

    @Override
    public Optional<Call> byRef(ClientId client, String vendor, String ref) {
        return one(Db.query("""
            select * from voice_call where client_id = :client and provider = :vendor and provider_call_id = :ref
            """).bind("client", client).bind("vendor", vendor).bind("ref", ref));
    }

    private static Optional<Call> one(Query query) {
        return query.map((row, context) -> read(row)).findOne();
    }

    @Override
    public void update(Call call) {
        Db.update("""
            update voice_call
               set outcome = :outcome, summary = :summary, transcript = :transcript, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and id = :id
            """)
                .bind("client", call.clientId())
                .bind("id", call.id())
                .bind("outcome", call.result())
                .bind("summary", call.summary())
                .bind("transcript", call.transcript())
                .execute();
    }

    @Override
    public List<Call> ofNumber(ClientId client, PhoneNumber number, Instant since, @Nullable After after, int limit) {
        Criteria rows = new Criteria("""
            select * from voice_call
             where client_id = :client and (to_number = :number or from_number = :number) and started_at >= :since\
            """)
                .with("client", client)
                .with("number", number.e164())
                .with("since", since);
        if (after != null) {
            rows.and("(started_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.startedAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "started_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<CallResult> dials(ClientId client, EnrolmentId enrolment, int stepNo) {
        return Db.query("""
            select outcome from voice_call
             where client_id = :client and enrolment_id = :enrolment and step_no = :step order by ended_at, id
            """)
                .bind("client", client)
                .bind("enrolment", enrolment)
                .bind("step", stepNo)
                .map((row, context) -> Rows.word(row, "outcome", CallResult.class))
                .list();
    }

    @Override
    public Map<EnrolmentId, Wish> wishes(ClientId client, Collection<EnrolmentId> runs) {
        return Db.query("""
            select newest.enrolment_id, newest.step_no, dialled.resource_id,
                   exists (select from outreach_job j
                            where j.client_id = :client and j.enrolment_id = newest.enrolment_id
                              and j.step_no = newest.step_no and j.touch_kind = 'voice'
                              and (j.status <> 'cancelled' or j.requeue_count > 0 or j.vendor_ref is not null)
                              and j.attempt_no > coalesce(dialled.attempt_no, 0)) followed
              from unnest(:runs) run(id)
              cross join lateral (select enrolment_id, step_no, touch_id, outcome from voice_call
                                   where client_id = :client and enrolment_id = run.id
                                   order by ended_at desc, id desc limit 1) newest
              left join outreach_job dialled on dialled.client_id = :client and dialled.id = newest.touch_id
             where newest.outcome = 'callback_requested'
            """)
                .bind("client", client)
                .bind("runs", Db.uuids(Set.copyOf(runs)))
                .map((row, context) -> new Wish(
                        Rows.id(row, "enrolment_id", EnrolmentId::new),
                        row.getInt("step_no"),
                        Rows.idOrNull(row, "resource_id", ResourceId::new),
                        row.getBoolean("followed")))
                .collect(Collectors.toMap(Wish::run, Function.identity()));
    }

    @Override
    public void failed(ClientId client, UUID call, CallTrouble why) {
        Db.update("""
            update voice_call set trouble = :why, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = :id
            """).bind("client", client).bind("id", call).bind("why", why).execute();
    }

    @Override
    public List<CallHolds.Failed> failedSince(ClientId client, Instant since) {
        return Db.query("""
            select campaign_id, from_number, trouble, max(ended_at) at from voice_call
             where client_id = :client and trouble is not null and ended_at >= :since
             group by campaign_id, from_number, trouble
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> {
                    String from = row.getString("from_number");
                    return new CallHolds.Failed(
                            Rows.id(row, "campaign_id", CampaignId::new),
                            from == null ? null : new PhoneNumber(from),
                            Rows.word(row, "trouble", CallTrouble.class),
                            Rows.instant(row, "at"));
                })
                .list();
    }

    @Override
    public CallTerms.Lately lately(ClientId client, int calls) {
        return Db.query("""
            select count(*) calls, coalesce(sum((duration_s + 59) / 60), 0) minutes, coalesce(sum(cost_usd), 0) cost
              from (select duration_s, cost_usd from voice_call
                     where client_id = :client order by ended_at desc, id desc limit :calls) newest
            """)
                .bind("client", client)
                .bind("calls", calls)
                .map((row, context) ->
                        new CallTerms.Lately(row.getInt("calls"), row.getInt("minutes"), row.getBigDecimal("cost")))
                .one();
    }

    @Override
    public List<CallHealth.Ended> newest(ClientId client, int calls) {
        return Db.query("""
            select outcome, ended_at from voice_call
             where client_id = :client order by ended_at desc, id desc limit :calls
            """)
                .bind("client", client)
                .bind("calls", calls)
                .map((row, context) -> new CallHealth.Ended(
                        Rows.word(row, "outcome", CallResult.class), Rows.instant(row, "ended_at")))
                .list();
    }

    @Override
    public List<CallHealth.Answered> answered(ClientId client, Instant since) {
        return Db.query("""
            select from_number, newest, count(*) calls, count(*) filter (where outcome = any (:taken)) taken
              from (select from_number, outcome, ended_at, max(ended_at) over (partition by from_number) newest
                      from voice_call
                     where client_id = :client and ended_at > :counted and from_number is not null
                       and outcome = any (:rang)) rung
             where newest >= :since and ended_at > newest - :within * interval '1 second'
             group by from_number, newest
            """)
                .bind("client", client)
                .bind("since", since)
                .bind("counted", since.minus(CallHealth.COUNTED))
                .bind("within", CallHealth.COUNTED.toSeconds())
                .bind("rang", words(CallResult::rang))
                .bind("taken", words(CallResult::spoke))
                .map((row, context) -> new CallHealth.Answered(
                        new PhoneNumber(Rows.text(row, "from_number")),
                        row.getInt("calls"),
                        row.getInt("taken"),
                        Rows.instant(row, "newest")))
                .list();
    }

    private static String[] words(Predicate<CallResult> which) {
        return Arrays.stream(CallResult.values())
                .filter(which)
                .map(CallResult::wire)
                .toArray(String[]::new);
    }

    @Override
    public List<Silent> silent(ClientId client, Instant since, Instant before, int limit) {
        return Db.query("""
            select j.vendor, j.vendor_ref, j.idem_key, j.sent_at
              from outreach_job j
             where j.client_id = :client and j.touch_kind = 'voice' and j.status = 'sent'
               and j.sent_at >= :since and j.sent_at < :before and j.vendor_ref is not null
               and not exists (select from voice_call c where c.client_id = j.client_id and c.touch_id = j.id)
             order by j.sent_at, j.id limit :limit
            """)
                .bind("client", client)
                .bind("since", since)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new Silent(
                        Rows.text(row, "vendor"),
                        Rows.text(row, "vendor_ref"),
                        Rows.text(row, "idem_key"),
                        Rows.instant(row, "sent_at")))
                .list();
    }

    @Override
    public int running(ClientId client, Instant acceptedSince) {
        return Db.query("""
            select count(*) from outreach_job j
             where j.client_id = :client and j.touch_kind = 'voice'
               and (j.status in ('queued', 'dispatching', 'unknown')
                    or j.status = 'sent' and j.sent_at > :since
                       and not exists (select from voice_call c where c.client_id = j.client_id and c.touch_id = j.id))
            """)
                .bind("client", client)
                .bind("since", acceptedSince)
                .mapTo(Integer.class)
                .one();
    }

    private static Call read(ResultSet row) throws SQLException {
        String from = row.getString("from_number");
        return new Call(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "campaign_id", CampaignId::new),
                Rows.id(row, "enrolment_id", EnrolmentId::new),
                Rows.id(row, "touch_id", TouchId::new),
                row.getInt("step_no"),
                Rows.text(row, "provider"),
                Rows.text(row, "provider_call_id"),
                from == null ? null : new PhoneNumber(from),
                new PhoneNumber(Rows.text(row, "to_number")),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "ended_at"),
                row.getInt("duration_s"),
                Rows.word(row, "outcome", CallResult.class),
                row.getString("summary"),
                row.getString("transcript"),
                row.getBigDecimal("cost_usd"));
    }
}
