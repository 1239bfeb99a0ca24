package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.StageMachine;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Figures by the indexes of data model 11; nothing before the span is read of the partitioned tables. */
public final class PostgresFigures implements Figures {

    /** The touches of the span with what was told of them. */
    private static final String TOUCHES = """
        sent as materialized (
            select t.id, t.sent_at, t.channel, t.campaign_id, t.lead_id, t.step_no, t.led_to_booking, t.message_id,
                   t.open_count,
                   %s delivered,
                   t.delivery_status = 'bounced' bounced
              from touch t
             where t.client_id = :client and t.sent_at >= :from and t.sent_at < :until and not t.is_test
               and t.kind <> 'li_view' and (:campaign::uuid is null or t.campaign_id = :campaign)),
        told as (
            select a.touch_id, count(*) filter (where a.action = 'opened') opens, bool_or(a.action = 'clicked') clicked,
                   bool_or(a.action = 'replied') replied
              from activity a
             where a.client_id = :client and a.occurred_at >= :from and a.action in ('opened', 'clicked', 'replied')
               and a.touch_id is not null
             group by a.touch_id)
        """.formatted(Arrived.bySilence("t"));

    /** Replies of people in the span, under the campaign of their thread. */
    static final String REPLIES = """
        answer as (
            select r.id, r.lead_id, r.channel, r.received_at, h.campaign_id
              from reply r
              join conversation_thread h on h.client_id = r.client_id and h.id = r.thread_id
             where r.client_id = :client and r.received_at >= :from and r.received_at < :until
               and coalesce(r.corrected_intent, r.intent) <> all (:automatic)
               and (:campaign::uuid is null or h.campaign_id = :campaign))
        """;

    static Query over(String sql, Over over) {
        return Db.query(sql)
                .bind("client", over.client())
                .bind("from", over.from())
                .bind("until", over.until())
                .bindByType("campaign", over.campaign(), CampaignId.class);
    }

    @Override
    public List<Sent> sent(Over over, Cut cut) {
        String key = switch (cut) {
            case NOTHING -> "''";
            case DAY -> "to_char(s.sent_at at time zone :zone, 'YYYY-MM-DD')";
            case HOUR_OF_WEEK -> "to_char(s.sent_at at time zone :zone, 'ID-HH24')";
            case STEP -> "s.step_no::text";
        };
        Query query = over("with " + TOUCHES + "select " + key + """
             as key, s.channel, count(*) sent, count(*) filter (where s.delivered) delivered,
                   count(*) filter (where o.opens > 0) opened, count(*) filter (where o.clicked) clicked,
                   count(*) filter (where o.replied) replied, count(*) filter (where s.bounced) bounced
              from sent s
              left join told o on o.touch_id = s.id
             group by 1, 2
            """, over)
                .bind("silent", over.now().minus(ImpliedDelivery.AFTER));
        if (cut == Cut.DAY || cut == Cut.HOUR_OF_WEEK) {
            query.bind("zone", over.zone());
        }
        return query
                .map((row, context) -> new Sent(
                        Rows.text(row, "key"),
                        Rows.word(row, "channel", Channel.class),
                        row.getInt("sent"),
                        row.getInt("delivered"),
                        row.getInt("opened"),
                        row.getInt("clicked"),
                        row.getInt("replied"),
                        row.getInt("bounced")))
                .list()
                .stream()
                .sorted(ORDER_OF_SENT)
                .toList();
    }

    @Override
    public List<Refused> refused(Over over) {
        return over("""
            select d.step_no, s.channel, count(*) count
              from enrolment_step d
              join enrolment e on e.client_id = d.client_id and e.id = d.enrolment_id
              join campaign_step s on s.client_id = e.client_id and s.campaign_id = e.campaign_id
                   and s.sequence_version = e.sequence_version and s.step_no = d.step_no
             where d.client_id = :client and d.outcome = 'refused' and d.decided_at >= :from and d.decided_at < :until
               and (:campaign::uuid is null or d.campaign_id = :campaign)
             group by 1, 2
            """, over)
                .map((row, context) -> new Refused(
                        row.getInt("step_no"), Rows.word(row, "channel", Channel.class), row.getInt("count")))
                .list()
                .stream()
                .sorted(ORDER_OF_REFUSED)
                .toList();
    }

    @Override
    public List<Event> events(Over over) {
        return over("with " + REPLIES + """
            , happened as (
                select received_at at, channel, 'reply' kind from answer
                union all
                select booked_at, converting_channel, 'booking' from meeting
                 where client_id = :client and booked_at >= :from and booked_at < :until and outcome <> 'cancelled'
                   and not is_blind and (:campaign::uuid is null or campaign_id = :campaign)
                union all
                select occurred_at, channel, 'unsubscribed' from activity
                 where client_id = :client and occurred_at >= :from and occurred_at < :until and action = 'unsubscribed'
                   and (:campaign::uuid is null or campaign_id = :campaign)
                union all
                select occurred_at, channel, 'converted' from activity
                 where client_id = :client and occurred_at >= :from and occurred_at < :until and action = 'converted'
                   and (:campaign::uuid is null or campaign_id = :campaign))
            select (at at time zone :zone)::date as day, channel, kind, count(*) count from happened group by 1, 2, 3
            """, over)
                .bind("automatic", Db.wires(AUTOMATIC))
                .bind("zone", over.zone())
                .map((row, context) -> new Event(
                        row.getObject("day", LocalDate.class),
                        Rows.wordOrNull(row, "channel", Channel.class),
                        Kind.valueOf(Rows.text(row, "kind").toUpperCase(Locale.ROOT)),
                        row.getInt("count")))
                .list()
                .stream()
                .sorted(ORDER_OF_EVENTS)
                .toList();
    }

    @Override
    public List<Result> results(Over over) {
        List<Result> found = over("with " + REPLIES + """
            , fact as (
                select distinct campaign_id, lead_id, true contacted, false replied, 0 booked, 0 showed, 0 missed, 0 unknown,
                       0 made, 0 won, 0::numeric value
                  from touch
                 where client_id = :client and sent_at >= :from and sent_at < :until and not is_test and kind <> 'li_view'
                union all
                select distinct campaign_id, lead_id, false, true, 0, 0, 0, 0, 0, 0, 0 from answer
                union all
                select campaign_id, lead_id, false, false, (booked_at >= :from and booked_at < :until)::int,
                       (over_then and showed_up)::int, (over_then and not showed_up)::int,
                       (over_then and showed_up is null)::int, 0, 0, 0
                  from (select *, scheduled_at >= :from and scheduled_at < :until
                                  and scheduled_at + duration_min * interval '1 minute' <= :now over_then
                          from meeting
                         where client_id = :client and outcome <> 'cancelled' and not is_blind
                           and (booked_at >= :from and booked_at < :until
                                or scheduled_at >= :from and scheduled_at < :until)) m
                union all
                select campaign_id, lead_id, false, false, 0, 0, 0, 0, (created_at >= :from and created_at < :until)::int,
                       sold::int, case when sold then coalesce(value, 0) else 0 end
                  from (select *, coalesce(won and closed_at >= :from and closed_at < :until, false) sold
                          from deal
                         where client_id = :client
                           and (created_at >= :from and created_at < :until or closed_at >= :from and closed_at < :until)) d),
            one as (
                select f.campaign_id, f.lead_id, bool_or(contacted) contacted, bool_or(replied) replied,
                       sum(booked) booked, sum(showed) showed, sum(missed) missed, sum(unknown) unknown, sum(made) made,
                       sum(won) won, sum(f.value) value,
                       exists (select from lead l where l.client_id = :client and l.id = f.lead_id
                                  and l.status = 'converted') converted
                  from fact f
                 where :campaign::uuid is null or f.campaign_id = :campaign
                 group by f.campaign_id, f.lead_id)
            select campaign_id, grouping(campaign_id) together,
                   count(distinct lead_id) filter (where contacted) contacted,
                   count(distinct lead_id) filter (where contacted and replied) replied,
                   count(distinct lead_id) filter (where contacted and converted) converted,
                   coalesce(sum(booked), 0) booked, coalesce(sum(showed), 0) showed, coalesce(sum(missed), 0) missed,
                   coalesce(sum(unknown), 0) unknown, coalesce(sum(made), 0) made, coalesce(sum(won), 0) won,
                   (coalesce(sum(value), 0) * 100)::bigint cents
              from one
             group by grouping sets ((campaign_id), ())
             order by grouping(campaign_id) desc, campaign_id
            """, over)
                .bind("automatic", Db.wires(AUTOMATIC))
                .bind("now", over.now())
                .map((row, context) -> new Result(
                        Rows.idOrNull(row, "campaign_id", CampaignId::new),
                        row.getInt("contacted"),
                        row.getInt("replied"),
                        row.getInt("converted"),
                        row.getInt("booked"),
                        row.getInt("showed"),
                        row.getInt("missed"),
                        row.getInt("unknown"),
                        row.getInt("made"),
                        row.getInt("won"),
                        row.getLong("cents")))
                .list();
        // what belongs to no campaign is in the sum alone
        return Stream.concat(found.stream().limit(1), found.stream().skip(1).filter(line -> line.campaign() != null))
                .toList();
    }

    @Override
    public Map<CampaignId, Integer> leads(ClientId client, @Nullable CampaignId campaign) {
        return Db.query("""
            select campaign_id, count(*) leads from lead
             where client_id = :client and deleted_at is null and campaign_id is not null
               and (:campaign::uuid is null or campaign_id = :campaign)
             group by campaign_id
            """)
                .bind("client", client)
                .bindByType("campaign", campaign, CampaignId.class)
                .map((row, context) -> Map.entry(Rows.id(row, "campaign_id", CampaignId::new), row.getInt("leads")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Standing standing(ClientId client) {
        return Db.query("""
            select (select count(*) from lead
                     where client_id = :client and deleted_at is null and status = any (:pipeline)) pipeline,
                   (select count(*) from enrolment
                     where client_id = :client and status not in ('completed', 'converted', 'stopped')) active
            """)
                .bind("client", client)
                .bind("pipeline", Db.wires(StageMachine.PIPELINE))
                .map((row, context) -> new Standing(row.getInt("pipeline"), row.getInt("active")))
                .one();
    }

    @Override
    public List<TierCount> tiers(ClientId client, @Nullable CampaignId campaign) {
        return Db.query("""
            select als_tier, count(*) leads from lead
             where client_id = :client and deleted_at is null and (:campaign::uuid is null or campaign_id = :campaign)
             group by als_tier
            """)
                .bind("client", client)
                .bindByType("campaign", campaign, CampaignId.class)
                .map((row, context) -> new TierCount(Rows.wordOrNull(row, "als_tier", Tier.class), row.getInt("leads")))
                .list()
                .stream()
                .sorted(ORDER_OF_TIERS)
                .toList();
    }

    @Override
    public List<Hour> hours(Over over) {
        return over("""
            select extract(hour from occurred_at at time zone :zone)::int as hour, channel, action, count(*) count
              from activity
             where client_id = :client and occurred_at >= :from and occurred_at < :until
               and (:campaign::uuid is null or campaign_id = :campaign)
             group by 1, 2, 3
            """, over)
                .bind("zone", over.zone())
                .map((row, context) -> new Hour(
                        row.getInt("hour"),
                        Rows.wordOrNull(row, "channel", Channel.class),
                        Rows.word(row, "action", ActivityAction.class),
                        row.getInt("count")))
                .list()
                .stream()
                .sorted(ORDER_OF_HOURS)
                .toList();
    }

    @Override
    public List<Best> best(Over over, int limit) {
        return over("with " + TOUCHES + """
            , scored as (
                select s.*, greatest(s.open_count, coalesce(o.opens, 0)) opens, coalesce(o.clicked, false) clicked,
                       coalesce(o.replied, false) replied,
                       least(30, 10 * greatest(s.open_count, coalesce(o.opens, 0))) + case when o.clicked then 50 else 0 end
                       + case when o.replied then 100 else 0 end + case when s.led_to_booking then 200 else 0 end score
                  from sent s
                  left join told o on o.touch_id = s.id),
            top as (select * from scored where score > 0 order by score desc, sent_at desc, id desc limit :limit)
            select t.*, coalesce(m.subject, split_part(m.body, E'\\n', 1)) as line
              from top t
              left join message m on m.client_id = :client and m.at = t.sent_at and m.id = t.message_id
             order by score desc, sent_at desc, id desc
            """, over)
                .bind("silent", over.now().minus(ImpliedDelivery.AFTER))
                .bind("limit", limit)
                .map((row, context) -> new Best(
                        Rows.id(row, "id", TouchId::new),
                        Rows.word(row, "channel", Channel.class),
                        Rows.idOrNull(row, "campaign_id", CampaignId::new),
                        row.getString("line"),
                        Rows.instant(row, "sent_at"),
                        row.getInt("opens"),
                        row.getBoolean("clicked"),
                        row.getBoolean("replied"),
                        row.getBoolean("led_to_booking"),
                        row.getInt("score")))
                .list();
    }

    @Override
    public Engagement engagement(ClientId client, LeadId lead) {
        return Db.query("""
            select count(*) filter (where action = 'sent' and touch_kind is distinct from 'li_view') sent,
                   count(*) filter (where action = 'opened') opens, count(*) filter (where action = 'clicked') clicks,
                   count(*) filter (where action = 'replied') replies,
                   max(occurred_at) filter (where action in ('opened', 'clicked', 'replied')) last_at,
                   array_agg(distinct channel) filter (where action = 'sent' and channel is not null) channels
              from activity where client_id = :client and lead_id = :lead
            """)
                .bind("client", client)
                .bind("lead", lead)
                .map((row, context) -> new Engagement(
                        row.getInt("sent"),
                        row.getInt("opens"),
                        row.getInt("clicks"),
                        row.getInt("replies"),
                        Rows.instantOrNull(row, "last_at"),
                        Rows.texts(row, "channels").stream()
                                .map(wire ->
                                        Vocabulary.parse(Channel.class, wire).orElseThrow())
                                .sorted()
                                .toList()))
                .one();
    }
}
