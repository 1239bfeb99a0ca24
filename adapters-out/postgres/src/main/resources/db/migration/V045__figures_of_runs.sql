-- When a run was last taken from a dead worker, and what the watch over runs asks every minute. Flows 1.10.

alter table app.flow_run add column resumed_at timestamptz;
create index ix_flow_run_resumed on app.flow_run (resumed_at) where resumed_at is not null;
create index ix_flow_run_started on app.flow_run (started_at) where started_at is not null;
create index ix_flow_run_unknown on app.flow_run (started_at) where items_unknown > 0;
create index ix_flow_run_defect on app.flow_run (last_error_at) where status = 'failed' and last_error_code = 'INTERNAL';
