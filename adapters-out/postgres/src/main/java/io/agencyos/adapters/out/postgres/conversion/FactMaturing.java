package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.LearningFacts;
import io.agencyos.domain.conversion.detect.LengthBin;
import io.agencyos.domain.conversion.detect.SizeBand;
import io.agencyos.domain.conversion.detect.Title;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/**
 * Takes matured leads and touches over into the fact tables: a few statements, however many there are. Looked at are those
 * that matured since the last time, with {@link #SLACK} for what is told of late, and leads whose bookings are others
 * than their facts know of; everything again each {@link #SWEEP}. The slots of what changed are counted anew.
 */
final class FactMaturing {

    /** How late a touch may be told of and still be found the night after. */
    private static final Duration SLACK = Duration.ofDays(7);

    /** After this, whatever was told of later still is found. */
    private static final Duration SWEEP = Duration.ofDays(28);

    /** Bookings that stand: not retracted by a later row. */
    private static final String STANDING = """
        o.client_id = :client and o.kind = 'meeting_booked' and o.source <> 'retraction'
               and not exists (select from outcome_event r
                                where r.client_id = :client and r.kind = o.kind and r.source = 'retraction'
                                  and r.source_ref = o.id::text)
        """;

    /** The first booking of each lead that has one. */
    private static final String BOOKED = """
        booked as (
            select distinct on (o.lead_id) o.lead_id, o.occurred_at, o.touch_id
              from outcome_event o
             where %s
             order by o.lead_id, o.occurred_at)
        """.formatted(STANDING);

    /** Leads whose bookings differ from those that their facts know of. */
    private static final String REBOOKED = """
        with standing as (
            select o.lead_id, string_agg(o.occurred_at || ' ' || coalesce(o.touch_id::text, ''), ',' order by o.occurred_at, o.id)
                   bookings
              from outcome_event o
             where %s
             group by o.lead_id)
        select coalesce(s.lead_id, seen.lead_id)
          from standing s
          full join (select lead_id, bookings from cis_booking_seen where client_id = :client) seen on seen.lead_id = s.lead_id
         where s.bookings is distinct from nullif(seen.bookings, '')
        """.formatted(STANDING);

    private static final String SEEN = """
        insert into cis_booking_seen as old (client_id, lead_id, bookings)
        select :client, changed.lead_id, coalesce(
                   (select string_agg(o.occurred_at || ' ' || coalesce(o.touch_id::text, ''), ',' order by o.occurred_at, o.id)
                      from outcome_event o
                     where o.lead_id = changed.lead_id and %s), '')
          from unnest(:rebooked) changed (lead_id)
        on conflict (client_id, lead_id) do update set bookings = excluded.bookings, row_version = old.row_version + 1
        """.formatted(STANDING);

    /** The first touch of each lead that may have something new to say. */
    private static final String FIRST = """
        due as (
            select t.lead_id
              from touch t
             where t.client_id = :client and t.origin = 'sequence' and not t.is_test
               and t.sent_at >= :since and t.sent_at < :now::timestamptz - :horizon::interval
               and not exists (select from cis_lead_fact f where f.client_id = :client and f.lead_id = t.lead_id)
            union
            select unnest(:rebooked)),
        first as (
            select distinct on (t.lead_id) t.lead_id, t.sent_at, t.campaign_id, t.lead_tier, t.als_snapshot_id,
                   t.sequence_version, t.enrolment_id
              from due
              join touch t on t.client_id = :client and t.lead_id = due.lead_id
             where t.origin = 'sequence' and not t.is_test
             order by t.lead_id, t.sent_at, t.id)
        """;

    private static final String LEADS = """
        insert into cis_lead_fact as old (client_id, lead_id, t1, month, campaign_id, tier, title, seniority, industry,
               size_band, state, source, email_status, new_role, hiring, funded, plan_channels, channel_basis, landmark, dq, au, fit,
               tm, rk, y, y_email, days_to_convert, created_at, updated_at)
        select :client, f.lead_id, f.sent_at, to_char(f.sent_at at time zone :zone, 'YYYY-MM'), f.campaign_id,
               f.lead_tier, titles.canonical, nullif(lower(x.role ->> 'seniority'), 'unknown'),
               lower(btrim(x.company ->> 'industry')),
               (array[%s])[width_bucket((x.company ->> 'employees')::int, array[%s])],
               x.company ->> 'state', l.source, lower(x.contact ->> 'emailStatus'),
               x.t1 - (x.role ->> 'startedOn')::date < 90, (x.company ->> 'hiring')::boolean,
               (x.company ->> 'fundedOn')::date > x.t1 - interval '12 months',
               coalesce(plan.channels, '{}'), plan.basis, triple.channels, s.data_quality, s.authority, s.company_fit, s.timing, s.risk,
               b.occurred_at is not null, coalesce(b.channel = 'email', false),
               extract(day from b.occurred_at - f.sent_at)::int, :now, :now
          from first f
          join lead l on l.client_id = :client and l.id = f.lead_id and l.deleted_at is null
          join lead_score s on s.client_id = :client and s.id = f.als_snapshot_id and s.facts is not null
         cross join lateral (select s.facts -> 'role' role, s.facts -> 'company' company,
                                    s.facts -> 'contact' contact, (f.sent_at at time zone :zone)::date t1) x
          left join booked first_booked on first_booked.lead_id = f.lead_id
          left join unnest(:titles::text[], :canonical::text[]) titles (raw, canonical)
               on titles.raw = x.role ->> 'title'
          left join lateral (
               select array_agg(st.channel order by st.step_no) channels, min(ec.basis) basis
                 from campaign_step st
                 left join enrolment_channels ec on ec.client_id = :client and ec.enrolment_id = f.enrolment_id
                where st.client_id = :client and st.campaign_id = f.campaign_id
                  and st.sequence_version = f.sequence_version
                  and (ec.channels is null or st.channel = any (ec.channels))) plan on true
          left join lateral (
               select string_agg(early.channel, '→' order by early.sent_at, early.id) channels, max(early.sent_at) last
                 from (select e.channel, e.sent_at, e.id from touch e
                        where e.client_id = :client and e.lead_id = f.lead_id and e.origin = 'sequence'
                          and %s
                        order by e.sent_at, e.id limit 3) early
               having count(*) = 3) triple on triple.last < coalesce(first_booked.occurred_at, 'infinity')
          left join lateral (
               select o.occurred_at, credited.channel
                 from outcome_event o
                 left join touch credited on credited.client_id = :client and credited.sent_at = o.touch_sent_at
                      and credited.id = o.touch_id
                where o.lead_id = f.lead_id and o.occurred_at >= f.sent_at
                  and o.occurred_at <= f.sent_at + :horizon::interval and %s
                order by o.occurred_at limit 1) b on first_booked.lead_id is not null
         where f.sent_at < :now::timestamptz - :horizon::interval
        on conflict (client_id, lead_id) do update
           set y = excluded.y, y_email = excluded.y_email, days_to_convert = excluded.days_to_convert,
               updated_at = excluded.updated_at, row_version = old.row_version + 1
         where (old.y, old.y_email, old.days_to_convert)
               is distinct from (excluded.y, excluded.y_email, excluded.days_to_convert)
        returning t1 at
        """.formatted(
                    bands(band -> '\'' + band.key() + '\''),
                    bands(band -> String.valueOf(band.least())),
                    Arrived.longAgo("e"),
                    STANDING);

    private static final String DUE_COLUMNS = """
        t.id, t.sent_at, t.lead_id, t.campaign_id, t.sequence_version, t.step_no, t.enrolment_id, t.channel, t.touch_no,
                   t.lead_tier, t.local_dow, t.local_hour, t.lead_tz, t.content_template_id, t.ai_model, t.prompt_version,
                   t.timing_basis, t.word_count, t.char_count, t.link_count, t.cta, t.cta_type, t.subject_patterns,
                   t.pain_points, t.angles, t.personalisation\
        """;

    private static final String IS_UNIT = "t.origin = 'sequence' and not t.is_test and " + Arrived.longAgo("t");

    /** Facts are bounded by time like their touches, or years of them would be read to tell which are there. */
    private static final String DUE_TOUCHES = """
        due as (
            select %1$s from touch t
             where t.client_id = :client and t.sent_at >= :since and t.sent_at < :now::timestamptz - :horizon::interval
               and %2$s
               and not exists (select from cis_touch_fact f
                                where f.client_id = :client and f.sent_at >= :since and f.sent_at = t.sent_at
                                  and f.touch_id = t.id)
            union all
            select %1$s from cis_touch_fact f
              join touch t on t.client_id = :client and t.sent_at = f.sent_at and t.id = f.touch_id
             where f.client_id = :client and f.lead_id = any (:rebooked) and %2$s),
        planned as materialized (
            select t.*, coalesce(ec.channels, '{*}') chosen
              from due t
              left join enrolment_channels ec on ec.client_id = :client and ec.enrolment_id = t.enrolment_id),
        gap as materialized (
            select p.*, next.bucket
              from (select distinct campaign_id, sequence_version, step_no, chosen from planned) p
             cross join lateral (
                   select (array['1', '2', '3', '4-5', '4-5', '6-7', '6-7', '8-14', '8-14', '8-14', '8-14', '8-14',
                                 '8-14', '8-14'])[later.day_offset - this.day_offset] bucket
                     from campaign_step this
                     join campaign_step later on later.client_id = :client and later.campaign_id = this.campaign_id
                          and later.sequence_version = this.sequence_version and later.step_no > this.step_no
                          and (p.chosen = '{*}' or later.channel = any (p.chosen))
                    where this.client_id = :client and this.campaign_id = p.campaign_id
                      and this.sequence_version = p.sequence_version and this.step_no = p.step_no
                    order by later.step_no limit 1) next)
        """.formatted(DUE_COLUMNS, IS_UNIT);

    private static final String TOUCHES = """
        insert into cis_touch_fact as old (client_id, sent_at, touch_id, lead_id, month, campaign_id, channel,
               prev_channel, touch_no, tier, day_index, hour, timezone, template, model, prompt, next_gap_bucket,
               timing_basis, length_bin, link_count, cta, cta_type, flags, calm, y, y28, created_at, updated_at)
        select :client, t.sent_at, t.id, t.lead_id, to_char(t.sent_at at time zone :zone, 'YYYY-MM'), t.campaign_id,
               t.channel, prev.channel, t.touch_no, t.lead_tier, t.local_dow - 1, t.local_hour, t.lead_tz,
               t.content_template_id, t.ai_model, t.prompt_version, gap.bucket,
               t.timing_basis, case t.channel %1$s end, t.link_count, t.cta, t.cta_type,
               case when t.word_count is not null then %2$s end,
               to_char(t.sent_at at time zone coalesce(t.lead_tz, :zone), 'MMDD') between '0111' and '1219',
               coalesce(first.touch_id = t.id, false),
               coalesce(first.occurred_at <= t.sent_at + interval '28 days', false), :now, :now
          from planned t
          join lead l on l.client_id = :client and l.id = t.lead_id and l.deleted_at is null
          left join booked first on first.lead_id = t.lead_id
          left join gap on gap.campaign_id = t.campaign_id and gap.sequence_version = t.sequence_version
               and gap.step_no = t.step_no and gap.chosen = t.chosen
          left join lateral (
               select e.channel from touch e
                where e.client_id = :client and e.lead_id = t.lead_id and e.origin = 'sequence'
                  and e.sent_at < t.sent_at and %3$s
                order by e.sent_at desc, e.id desc limit 1) prev on true
         where first.occurred_at is null or t.sent_at < first.occurred_at
        on conflict (client_id, sent_at, touch_id) do update
           set y = excluded.y, y28 = excluded.y28, updated_at = excluded.updated_at,
               row_version = old.row_version + 1
         where (old.y, old.y28) is distinct from (excluded.y, excluded.y28)
        returning sent_at at
        """.formatted(lengths(), flags(), Arrived.longAgo("e"));

    private static final String BY_SLOT =
            "select %s slot, count(*) n from moved group by 1".formatted(Days.of("moved.at"));

    private FactMaturing() {}

    private static String bands(Function<SizeBand, String> part) {
        return Arrays.stream(SizeBand.values()).map(part).collect(Collectors.joining(", "));
    }

    /** What a text has, each with what it is; put together from whole lists, as a question a text took longer than all else. */
    private static String flags() {
        return Stream.of(
                        named("subject_pattern", "case when t.channel = 'email' then t.subject_patterns end"),
                        named("pain_point", "t.pain_points"),
                        named("angle", "t.angles"),
                        named("personalization", "t.personalisation"),
                        "case when t.link_count > 0 then '{links}'::text[] else '{}' end")
                .collect(Collectors.joining(" || "));
    }

    /** The elements of a list of words, each led by what they are; nothing of an empty list. */
    private static String named(String what, String list) {
        return "coalesce(string_to_array('%1$s:' || nullif(array_to_string(%2$s, chr(31) || '%1$s:'), ''), chr(31)), '{}')"
                .formatted(what, list);
    }

    private static String lengths() {
        return LengthBin.CHANNELS.stream()
                .map(channel -> "when '%s' then (array[%s])[width_bucket(%s, array[%s])]"
                        .formatted(
                                channel,
                                bins(channel, bin -> '\'' + bin.key() + '\''),
                                channel.equals("sms") ? "t.char_count" : "t.word_count",
                                bins(channel, bin -> String.valueOf(bin.least()))))
                .collect(Collectors.joining(" "));
    }

    private static String bins(String channel, Function<LengthBin, String> part) {
        return LengthBin.bins(channel).stream().map(part).collect(Collectors.joining(", "));
    }

    /** How far this went before; nothing where it never did. */
    private record Progress(Instant maturedUntil, Instant sweptAt) {}

    static LearningFacts.Matured mature(ClientId client, ZoneId zone, Instant now, LearningFacts.Horizons horizons) {
        // two at once would take over the same rows, each waiting for the other's
        Db.query("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind("key", "cis_fact|" + client.text())
                .mapToMap()
                .list();
        Optional<Progress> before = Db.query(
                        "select matured_until, swept_at from cis_progress where client_id = :client")
                .bind("client", client)
                .map((row, context) -> new Progress(
                        row.getTimestamp("matured_until").toInstant(),
                        row.getTimestamp("swept_at").toInstant()))
                .findOne();
        Optional<Instant> since = before.filter(
                        known -> known.sweptAt().plus(SWEEP).isAfter(now))
                .map(known -> known.maturedUntil().minus(SLACK));
        UUID[] rebooked = Db.query(REBOOKED).bind("client", client).mapTo(UUID.class).stream()
                .toArray(UUID[]::new);
        Run run = new Run(client, zone, now, since, rebooked);
        Map<Integer, Integer> leads = run.leads(horizons.lead());
        Map<Integer, Integer> touches = run.touches(horizons.touch());
        if (rebooked.length > 0) {
            Db.update(SEEN).bind("client", client).bind("rebooked", rebooked).execute();
        }
        DailyCounts.count(client, LearningFacts.Unit.LEAD, leads.keySet(), before.isEmpty());
        DailyCounts.count(client, LearningFacts.Unit.TOUCH, touches.keySet(), before.isEmpty());
        DailyCounts.count(client, LearningFacts.Unit.GAP, touches.keySet(), before.isEmpty());
        noted(client, now, since.isEmpty());
        return new LearningFacts.Matured(sum(leads), sum(touches));
    }

    private static int sum(Map<Integer, Integer> perSlot) {
        return perSlot.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void noted(ClientId client, Instant now, boolean swept) {
        Db.update("""
            insert into cis_progress as old (client_id, matured_until, swept_at) values (:client, :now, :now)
            on conflict (client_id) do update set matured_until = greatest(old.matured_until, excluded.matured_until),
                   swept_at = case when :swept then excluded.swept_at else old.swept_at end,
                   row_version = old.row_version + 1
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("swept", swept)
                .execute();
    }

    /**
     * One taking over.
     *
     * @param since what matured before is taken over already; empty: nothing is sure
     */
    private record Run(ClientId client, ZoneId zone, Instant now, Optional<Instant> since, UUID[] rebooked) {

        /** Leads that were new or corrected, by the slot of their first touch. */
        private Map<Integer, Integer> leads(Duration horizon) {
            List<String> titles = timed(Db.query("with " + FIRST + """
                select distinct s.facts -> 'role' ->> 'title'
                  from first f
                  join lead_score s on s.client_id = :client and s.id = f.als_snapshot_id
                 where s.facts -> 'role' ->> 'title' is not null
                """), horizon)
                    .mapTo(String.class)
                    .list();
            return moved(
                    Db.query("with " + BOOKED + "," + FIRST + ", moved as (" + LEADS + ")" + BY_SLOT),
                    horizon,
                    query -> query.bind("zone", zone.getId())
                            .bind("titles", titles.toArray(String[]::new))
                            .bind(
                                    "canonical",
                                    titles.stream()
                                            .map(title -> Title.canonical(title).orElse(null))
                                            .toArray(String[]::new)));
        }

        /** The same of touches, by the slot in which they were sent. */
        private Map<Integer, Integer> touches(Duration horizon) {
            return moved(
                    Db.query("with " + BOOKED + "," + DUE_TOUCHES + ", moved as (" + TOUCHES + ")" + BY_SLOT),
                    horizon,
                    query -> query.bind("zone", zone.getId()));
        }

        private Map<Integer, Integer> moved(Query statement, Duration horizon, UnaryOperator<Query> more) {
            Map<Integer, Integer> perSlot = new TreeMap<>();
            more.apply(timed(statement, horizon))
                    .map((row, context) -> perSlot.put(row.getInt("slot"), row.getInt("n")))
                    .list();
            return perSlot;
        }

        private Query timed(Query statement, Duration horizon) {
            return statement
                    .bind("client", client)
                    .bind("now", now)
                    .bind("since", since.map(from -> from.minus(horizon)).orElse(Instant.EPOCH))
                    .bind("rebooked", rebooked)
                    .bind("horizon", horizon.toString());
        }
    }
}
