-- Staff suspends a client: nothing is sent for it, and its people and programs only read. Api 9.17.

alter table app.client
    add column suspended_at timestamptz,
    add column suspended_reason text,
    add column suspended_by uuid references app.app_user (user_id),
    add column suspension_stopped boolean not null default false,
    add constraint ck_client_suspended check ((suspended_at is null) = (suspended_reason is null));
