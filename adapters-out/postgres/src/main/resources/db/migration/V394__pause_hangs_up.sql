-- A client's emergency stop may end the calls that go on, too.
alter table app.client add column pause_hangs_up boolean not null default false;
alter table app.client add constraint ck_client_hangs_up_while_paused check (paused_at is not null or not pause_hangs_up);
