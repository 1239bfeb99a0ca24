package io.agencyos.bootstrap.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A client's facts of the five months before a moment, and behind the newest of them the touches, leads, scores and bookings
 * from which a night takes facts over. Facts come in the order of time, as nights leave them.
 *
 * @param leads facts of leads; ten times as many of touches
 * @param night touches that mature in the night before the moment
 */
record LearningFilling(UUID client, UUID campaign, Instant moment, int leads, int night) {

    private static final String PARTITIONS =
            "select app.create_range_partitions('app.touch', 'month', (timestamptz '%2$s' - interval '75 days')::date,"
                    + " 4)";

    private static final String LEAD_FACTS = """
        insert into app.cis_lead_fact (client_id, lead_id, t1, month, campaign_id, tier, title, seniority, industry, size_band,
               state, source, email_status, new_role, hiring, funded, plan_channels, channel_basis, landmark, dq, au, fit, tm,
               rk, y, y_email, days_to_convert)
        select '%1$s', ('10000000-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, at.t1,
               to_char(at.t1 at time zone 'Australia/Sydney', 'YYYY-MM'),
               ('30000000-0000-4000-8000-' || lpad((g %% 8)::text, 12, '0'))::uuid,
               (array['hot', 'warm', 'cool', 'cold'])[1 + g %% 4], 'Title ' || (random() * 40)::int,
               (array['owner', 'c_suite', 'director', 'manager', 'senior'])[1 + floor(random() * 5)::int],
               'industry ' || (random() * 15)::int,
               (array['1-5', '6-15', '16-30', '31-50', '51-100', '101-250'])[1 + floor(random() * 6)::int],
               (array['NSW', 'VIC', 'QLD', 'WA', 'SA', 'TAS'])[1 + floor(random() * 6)::int],
               'csv_import', 'verified', random() < 0.2, random() < 0.3, random() < 0.1,
               case when g %% 3 = 0 then array['email', 'linkedin', 'email'] else array['email', 'email', 'email'] end,
               'default', case when g %% 2 = 0 then 'email→email→email' end,
               5 * (random() * 4)::int, 5 * (random() * 5)::int, 5 * (random() * 5)::int, 5 * (random() * 3)::int,
               5 * (random() * 3)::int, booked.y, booked.y, case when booked.y then 7 end
          from generate_series(1, %3$d) g
         cross join lateral (select timestamptz '%2$s' - interval '40 days' - interval '150 days' * (1 - g / %3$d.0) t1) at
         cross join lateral (select random() < greatest(0.02, 100.0 / %3$d) + g * 0 y) booked
        """;

    private static final String TOUCH_FACTS = """
        insert into app.cis_touch_fact (client_id, sent_at, touch_id, lead_id, month, campaign_id, channel, prev_channel,
               touch_no, tier, day_index, hour, timezone, template, model, prompt, next_gap_bucket, timing_basis, length_bin,
               link_count, cta, cta_type, flags, calm, y, y28)
        select '%1$s', at.sent, ('40000000-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid,
               ('10000000-0000-4000-8000-' || lpad(to_hex(1 + g / 10), 12, '0'))::uuid,
               to_char(at.sent at time zone 'Australia/Sydney', 'YYYY-MM'),
               ('30000000-0000-4000-8000-' || lpad((g %% 8)::text, 12, '0'))::uuid,
               case when g %% 5 = 0 then 'linkedin' else 'email' end, case when g %% 3 > 0 then 'email' end, 1 + g %% 6,
               (array['hot', 'warm', 'cool', 'cold'])[1 + g / 7 %% 4],
               floor(random() * 5)::int, 8 + floor(random() * 10)::int,
               (array['Australia/Sydney', 'Australia/Perth', 'Australia/Brisbane'])[1 + floor(random() * 3)::int],
               'template ' || (random() * 20)::int, null, null,
               (array['1', '2', '3', '4-5', '6-7', null])[1 + g %% 6], 'default',
               (array['26-50', '51-75', '76-100', '101-125'])[1 + floor(random() * 4)::int],
               floor(random() * 3)::int, 'cta ' || (random() * 6)::int, 'soft_ask',
               array['pain_point:p' || (random() * 8)::int, 'subject_pattern:s' || (random() * 10)::int], true,
               booked.y, booked.y or random() < 0.002 * (g %% 2)
          from generate_series(1, %3$d) g
         cross join lateral (select timestamptz '%2$s' - interval '24 days' - interval '150 days' * (1 - g / %3$d.0) sent) at
         cross join lateral (select random() < 0.004 + g * 0 y) booked
        """;

    /** People first written to over ten days, so that a tenth of them matures in the night. */
    private static final String PEOPLE = """
        insert into app.lead (client_id, id, source, email_key)
        select '%1$s', ('20000000-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, 'api', 'p' || g || '@bench.example'
          from generate_series(1, %3$d) g
        """;

    private static final String SCORES = """
        insert into app.lead_score (client_id, id, lead_id, score, tier, tier_source, data_quality, authority, company_fit,
               timing, risk, explanation, result_digest, weights_version, weights_source, facts_version, model_version, cause,
               facts)
        select '%1$s', ('50000000-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid,
               ('20000000-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, 60, 'warm', 'score', 10, 15, 15, 5, 10, '{}',
               'bench', 1, 'default', 1, '1', 'initial',
               jsonb_build_object('role', jsonb_build_object('title', 'Title ' || g %% 40, 'seniority', 'manager'),
                   'company', jsonb_build_object('industry', 'industry ' || g %% 15, 'employees', g %% 300, 'state', 'NSW'),
                   'contact', jsonb_build_object('emailStatus', 'VERIFIED'))
          from generate_series(1, %3$d) g
        """;

    private static final String TOUCHES = """
        insert into app.touch (client_id, id, sent_at, lead_id, campaign_id, sequence_version, origin, step_no, attempt_no,
               channel, kind, touch_no, provider, als_snapshot_id, lead_tier, delivery_status, local_hour, local_dow, lead_tz,
               subject_patterns, pain_points, cta, cta_type, word_count, link_count, content_template_id)
        select '%1$s', ('%4$s-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid,
               timestamptz '%2$s' - interval '%5$d days' + interval '%6$d days' * ((g - 1) / %7$d.0),
               ('20000000-0000-4000-8000-' || lpad(to_hex(1 + g %% %3$d), 12, '0'))::uuid, '%8$s', 1, 'sequence',
               1 + (g / %3$d) %% 3, 1, 'email', 'email', %9$d + g / %3$d, 'bench',
               ('50000000-0000-4000-8000-' || lpad(to_hex(1 + g %% %3$d), 12, '0'))::uuid, 'warm', 'delivered', 9 + g %% 8,
               1 + g %% 5, 'Australia/Sydney', array['s' || g %% 10], array['p' || g %% 8], 'cta ' || g %% 6, 'soft_ask',
               40 + g %% 80, g %% 3, 'template ' || g %% 20
          from generate_series(1, %7$d) g
        """;

    private static final String BOOKINGS = """
        insert into app.outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref)
        select client_id, gen_random_uuid(), lead_id, 'meeting_booked', t1 + interval '7 days', 'meeting', lead_id::text
          from app.cis_lead_fact where client_id = '%1$s' and y
        """;

    /** Needs the administrator: facts of years past have no leads behind them, so foreign keys are not looked at. */
    void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("select setseed(0.42)");
            statement.execute(PARTITIONS.formatted(client, moment));
            statement.execute(LEAD_FACTS.formatted(client, moment, leads));
            statement.execute(TOUCH_FACTS.formatted(client, moment, 10L * leads));
            statement.execute(BOOKINGS.formatted(client));
            statement.execute(PEOPLE.formatted(client, moment, night));
            statement.execute(SCORES.formatted(client, moment, night));
            statement.execute(TOUCHES.formatted(client, moment, night, "60000000", 39, 10, night, campaign, 1));
            statement.execute(TOUCHES.formatted(client, moment, night, "70000000", 23, 9, 9L * night, campaign, 2));
            for (String table :
                    List.of("cis_lead_fact", "cis_touch_fact", "outcome_event", "lead", "lead_score", "touch")) {
                statement.execute("vacuum (analyze) app." + table);
            }
        }
    }
}
