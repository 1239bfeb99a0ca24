package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.store.LearningFacts.Unit;
import io.agencyos.domain.conversion.detect.SizeBand;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that make facts of leads and count them in the same breath. */
final class LeadTaking {

    /** The first touch of each lead that may have become a fact. */
    private static final String FIRST = """
        due as (
            select t.lead_id
              from touch t
             where t.client_id = :client and t.origin = 'sequence' and not t.is_test
               and t.sent_at >= :since and t.sent_at < :until
               and not exists (select from cis_lead_fact f where f.client_id = :client and f.lead_id = t.lead_id)
            union
            select unnest(:rebooked)),
        first as (
            select due.lead_id, t.*
              from due
             cross join lateral (
                   select t.sent_at, t.campaign_id, t.lead_tier, t.als_snapshot_id, t.sequence_version, t.enrolment_id
                     from touch t
                    where t.client_id = :client and t.lead_id = due.lead_id and t.origin = 'sequence' and not t.is_test
                    order by t.sent_at, t.id limit 1) t)
        """;

    private static final String NEW = """
        insert into cis_lead_fact (client_id, lead_id, t1, month, campaign_id, tier, title, seniority, industry,
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
        on conflict (client_id, lead_id) do nothing
        returning *
        """.formatted(
                    bands(band -> '\'' + band.key() + '\''),
                    bands(band -> String.valueOf(band.least())),
                    Arrived.longAgo("e"),
                    StandingBookings.STANDING);

    /** Facts of leads whose bookings changed get the label that they have now; what they were like stays frozen. */
    private static final String CORRECTED = """
        was as (
            select f.lead_id, f.y, b.occurred_at is not null now_y, coalesce(b.channel = 'email', false) now_email,
                   extract(day from b.occurred_at - f.t1)::int now_days
              from cis_lead_fact f
              join lead l on l.client_id = :client and l.id = f.lead_id and l.deleted_at is null
              left join lateral (
                   select o.occurred_at, credited.channel
                     from outcome_event o
                     left join touch credited on credited.client_id = :client and credited.sent_at = o.touch_sent_at
                          and credited.id = o.touch_id
                    where o.lead_id = f.lead_id and o.occurred_at >= f.t1
                      and o.occurred_at <= f.t1 + :horizon::interval and %s
                    order by o.occurred_at limit 1) b on true
             where f.client_id = :client and f.lead_id = any (:rebooked)),
        moved as (
            update cis_lead_fact f
               set y = was.now_y, y_email = was.now_email, days_to_convert = was.now_days, updated_at = :now,
                   row_version = f.row_version + 1
              from was
             where f.client_id = :client and f.lead_id = was.lead_id
               and (f.y, f.y_email, f.days_to_convert) is distinct from (was.now_y, was.now_email, was.now_days)
            returning f.*, was.y was_y)
        """.formatted(StandingBookings.STANDING);

    /** Titles that the leads had which may have become facts. */
    static final String TITLES = "with " + FIRST + """
        select distinct s.facts -> 'role' ->> 'title'
          from first f
          join lead_score s on s.client_id = :client and s.id = f.als_snapshot_id
         where s.facts -> 'role' ->> 'title' is not null
        """;

    /** New facts; says how many. */
    static final String TAKE = "with " + StandingBookings.BOOKED + "," + FIRST + ", moved as (" + NEW + "),"
            + counted("(select m.*, 1 n, m.y::int k from moved m)");

    /** Corrected facts; says how many. */
    static final String CORRECT =
            "with " + CORRECTED + "," + counted("(select m.*, 0 n, m.y::int - m.was_y::int k from moved m)");

    private LeadTaking() {}

    private static String counted(String facts) {
        return FactCounting.cells(Unit.LEAD, facts)
                + ", cell as materialized (select 'lead' unit, c.* from lead_cell c), "
                + FactCounting.added("cell")
                + " select count(*) from moved";
    }

    private static String bands(Function<SizeBand, String> part) {
        return Arrays.stream(SizeBand.values()).map(part).collect(Collectors.joining(", "));
    }
}
