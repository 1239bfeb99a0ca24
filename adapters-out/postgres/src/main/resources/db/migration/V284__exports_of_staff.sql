-- Lists of the platform's staff as files. API 9.17.

insert into app.flow_definition (flow, enabled, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values ('staff_export', true, null, 2, 20, 100, 3600, 3, '{10,60,300}', 100);
