package io.agencyos.adapters.out.postgres.conversion;

/** The statements that count facts: one pass each, and the database gives back cells, never facts. */
final class FactCounting {

    /** One pass over the facts; each row says what it is in every dimension. */
    static final String LEAD_COUNTS = """
        select d.dimension, d.value, d.stratum, count(*) n, count(*) filter (where f.y) k
          from cis_lead_fact f
         cross join lateral (select f.campaign_id || '|' || coalesce(f.tier, '') || '|' || f.month plan_stratum) s
         cross join lateral (values
               ('title', f.title, f.month),
               ('seniority', f.seniority, f.month),
               ('industry', f.industry, f.month),
               ('size_band', f.size_band, f.month),
               ('state', f.state, f.month),
               ('source', f.source, f.month),
               ('email_status', f.email_status, f.month),
               ('new_role', case f.new_role when true then 'with' when false then 'without' end, f.month),
               ('hiring', case f.hiring when true then 'with' when false then 'without' end, f.month),
               ('funded', case f.funded when true then 'with' when false then 'without' end, f.month),
               ('first_channel', f.plan_channels[1], s.plan_stratum),
               ('multi_channel', case when cardinality(f.plan_channels) = 0 then null
                    when (select count(distinct c) from unnest(f.plan_channels) c) > 1 then 'multi'
                    else 'single' end, s.plan_stratum),
               ('sequence', case when cardinality(f.plan_channels) >= 2
                    then array_to_string(array[f.plan_channels[1], f.plan_channels[2], f.plan_channels[3]], '→') end, s.plan_stratum),
               ('channel_basis', f.channel_basis, ''),
               ('landmark', f.landmark, s.plan_stratum),
               ('tier_first:' || f.tier, f.plan_channels[1], s.plan_stratum),
               ('channel:email', case when 'email' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:linkedin', case when 'linkedin' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:voice', case when 'voice' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:sms', case when 'sms' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:mail', case when 'mail' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum)
               ) d (dimension, value, stratum)
         where f.client_id = :client and f.t1 >= :from and f.t1 < :until
           and d.value is not null and d.dimension is not null
         group by d.dimension, d.value, d.stratum
        """;

    static final String TOUCH_COUNTS = """
        select d.dimension, d.value, d.stratum, count(*) n, count(*) filter (where f.y) k
          from cis_touch_fact f
         cross join lateral (select f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month
               mix, f.campaign_id || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month plan_mix) s
         cross join lateral (values
               ('day', case when f.calm then f.day_index::text end, s.mix),
               ('hour', case when f.calm then f.hour::text end, s.mix),
               ('timezone', f.timezone, s.mix),
               ('template', f.template, s.mix),
               ('model', f.model, s.mix),
               ('prompt', f.prompt, s.mix),
               ('cta', f.cta, s.mix),
               ('cta_type', f.cta_type, s.mix),
               ('link_count', least(f.link_count, 5)::text, s.mix),
               ('length:' || f.channel, f.length_bin, s.mix),
               ('transition', f.prev_channel || '→' || f.channel, s.plan_mix),
               ('timing_basis', f.timing_basis, ''),
               ('touch_no', f.touch_no::text, ''),
               ('booked_channel', f.channel, '')
               ) d (dimension, value, stratum)
         where f.client_id = :client and f.sent_at >= :from and f.sent_at < :until and d.value is not null
         group by d.dimension, d.value, d.stratum
        """;

    /** Touches that have a flag, per flag. */
    static final String FLAGGED = """
        select flag.name segment, f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month
               stratum, count(*) n, count(*) filter (where f.y) k
          from cis_touch_fact f
         cross join lateral unnest(f.flags) flag (name)
         where f.client_id = :client and f.sent_at >= :from and f.sent_at < :until
         group by 1, 2
        """;

    /** Touches whose flags are known, whichever they are. */
    static final String FLAGGABLE = """
        select '' segment, f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month stratum,
               count(*) n, count(*) filter (where f.y) k
          from cis_touch_fact f
         where f.client_id = :client and f.sent_at >= :from and f.sent_at < :until and f.flags is not null
         group by 1, 2
        """;

    static final String GAP_COUNTS = """
        select 'gap:' || f.touch_no dimension, f.next_gap_bucket "value",
               f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month stratum,
               count(*) n, count(*) filter (where f.y28) k
          from cis_touch_fact f
         where f.client_id = :client and f.sent_at >= :from and f.sent_at < :until
           and f.next_gap_bucket is not null and f.touch_no <= 5
         group by 1, 2, 3
        """;

    /** Meetings whose attendance is known; there are too few to be kept as facts. */
    private static final String MEETINGS = """
        select m.*, m.outcome in ('good', 'bad') held, t.lead_tier tier,
               m.scheduled_at at time zone c.timezone local_at,
               (m.scheduled_at at time zone c.timezone)::date - (m.booked_at at time zone c.timezone)::date lead_days
          from meeting m
          join client c on c.client_id = m.client_id
          left join touch t on t.client_id = m.client_id and t.sent_at = m.converting_touch_sent_at
               and t.id = m.converting_touch_id
         where m.client_id = :client and m.scheduled_at >= :from and m.scheduled_at < :until
           and m.outcome in ('good', 'bad', 'no_show')
        """;

    static final String MEETING_TOTALS = "select count(*) n, count(*) filter (where held) k from (" + MEETINGS + ") m";

    static final String MEETING_COUNTS = "with m as (" + MEETINGS + """
        )
        select d.dimension, d.value, '' stratum, count(*) n, count(*) filter (where m.held) k
          from m
         cross join lateral (values
               ('tier', m.tier),
               ('confirmed', case when m.confirmed_at is null then 'without' else 'with' end),
               ('rescheduled', case when m.rescheduled > 0 then 'with' else 'without' end),
               ('day', (extract(isodow from m.local_at) - 1)::text),
               ('hour_band', (array['before 10', '10-11', '12-13', '14-15', '16 and later'])
                    [width_bucket(extract(hour from m.local_at)::int, array[0, 10, 12, 14, 16])]),
               ('lead_time', (array['0-1', '2-3', '4-7', '8+'])[width_bucket(m.lead_days, array[0, 2, 4, 8])])
               ) d (dimension, value)
         where d.value is not null
         group by 1, 2
        """;

    static final String OBJECTIONS = """
        select f.industry, f.size_band, r.objection, grouping(r.objection) everybody, count(*) replies,
               count(distinct r.lead_id) leads
          from cis_lead_fact f
          join reply r on r.client_id = f.client_id and r.lead_id = f.lead_id and r.received_at < :cutOff
         where f.client_id = :client and f.t1 >= :from and f.t1 < :until
         group by grouping sets ((f.industry, f.size_band, r.objection), (f.industry, f.size_band))
        having grouping(r.objection) = 1 or r.objection is not null
        """;

    private FactCounting() {}
}
