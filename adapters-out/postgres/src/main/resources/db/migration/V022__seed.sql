-- First contents of the reference tables. Data model 5.2, 5.13; flows 1.8.

insert into app.plan (code, price_aud, founding_price_aud, leads_per_month, max_campaigns, ai_campaign_slots,
    custom_campaign_slots, linkedin_seats, email_domains, mailboxes_per_domain, phone_numbers, personas,
    new_leads_per_day, ai_daily_budget_aud)
values
    ('ignition', 2500, 1250, 1250, 5, 3, 2, 4, 3, 2, 1, 2, 57, 50),
    ('velocity', 5000, 2500, 2250, 10, 6, 4, 7, 5, 2, 2, 3, 103, 100),
    ('dominance', 7500, 3750, 4500, 20, 12, 8, 14, 10, 2, 3, 4, 205, 200);

insert into app.platform_setting (key, value)
values
    ('ai_daily_spend_limit_aud', '500'),
    ('clay_fallback_percentage', '15'),
    ('voice_min_als', '60'),
    ('sms_min_als', '85'),
    ('mail_min_als', '85'),
    ('maintenance_mode', 'false'),
    ('feature_flags', '{"voice": true, "mail": true}');

insert into app.founding_spot (spot_no) select generate_series(1, 20);

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('lead_import', true, null, null, 1, 20, 1000, 14400, 3, '{10,60,300}', 100),
    ('pool_assignment', true, '0 30 6 * * *', 10800, 1, 10, 50, 1800, 3, '{60,300,900}', 40),
    ('outreach', true, null, null, 3, 16, 10, null, 1, '{}', 70),
    ('reply_recovery', true, '0 0 0,6,12,18 * * *', 21600, 1, 10, 100, 3600, 3, '{60,300,900}', 90),
    ('campaign_activation', true, null, null, 1, 20, 500, 600, 3, '{10,60,300}', 100),
    ('partition_keep', true, '0 30 1 * * *', 86400, 1, 1, 1, 600, 5, '{60,300,900}', 40);
