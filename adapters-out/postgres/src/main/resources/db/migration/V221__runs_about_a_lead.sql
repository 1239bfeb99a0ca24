-- A member has a text written to a lead by a job, whose outcome is the text (api 1.7, 9.6).

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values ('lead_draft', true, null, 0, 1, 50, 1, 600, 3, '{60,300,900}', 100);

-- A run about one lead names it, so that what it tells of the person is found when the person asks or is erased (api 9.14).
alter table app.flow_run add column lead_id uuid;
create index ix_flow_run_lead on app.flow_run (client_id, lead_id) where lead_id is not null;
update app.flow_run set lead_id = (params ->> 'lead_id')::uuid
 where params ->> 'lead_id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
