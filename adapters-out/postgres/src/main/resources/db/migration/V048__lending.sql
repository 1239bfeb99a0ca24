-- What the platform lends to clients, told from what they bring themselves. Scoring RES-1 to RES-7.

alter table app.resource
    add column pooled boolean not null default false,
    add column current_clients int not null default 0,
    add constraint ck_resource_current_clients check (current_clients between 0 and max_clients);
create index ix_resource_pooled on app.resource (value, id) where pooled;
create index ix_resource_free on app.resource (kind, reputation desc) where pooled and status in ('available', 'held');

-- given by staff beyond the plan: no plan takes it back
alter table app.client_resource add column extra boolean not null default false;
create index ix_client_resource_rest on app.client_resource (client_id, resource_id) where hold_until is not null;

insert into app.flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size, deadline_s,
    max_attempts, backoff_s, priority)
values
    ('resource_release', true, '0 30 3 * * *', 72000, 1, 1, 100, 1800, 3, '{60,300,900}', 40)
on conflict (flow) do nothing;
