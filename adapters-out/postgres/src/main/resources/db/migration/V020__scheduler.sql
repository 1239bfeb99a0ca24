-- The table of db-scheduler 16, column for column as that version reads and writes it, with its three indexes.

create table scheduler.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index execution_time_idx on scheduler.scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduler.scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduler.scheduled_tasks (priority desc, execution_time asc);
