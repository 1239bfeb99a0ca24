-- What people do to many leads with one order (api 9.6).

insert into app.flow_definition (flow, enabled, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('lead_bulk_action', true, null, 1, 20, 100, 3600, 3, '{10,60,300}', 100),
    ('lead_bulk_deletion', true, null, 1, 20, 100, 3600, 3, '{10,60,300}', 100);
