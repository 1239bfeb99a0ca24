-- People are bought where the pool has too few, and orders for leads wait for them. A purchase outlives six hourly looks at a
-- vendor that is away (scoring POOL-12), which its own deadline must allow. Flows 1.8, 2.3.

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('pool_population', true, null, 0, 1, 10, 100, 28800, 3, '{60,300,900}', 40),
    ('lead_sourcing', true, null, 0, 1, 10, 50, 36000, 3, '{60,300,900}', 40);
