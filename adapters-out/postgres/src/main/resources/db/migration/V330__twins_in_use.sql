-- A twin costs nothing until somebody comes into it. API 4.1.

-- when somebody first came into a twin: from then on the product works for it as for a live client
alter table app.client add column in_use_at timestamptz;
alter table app.client add constraint ck_client_in_use check (in_use_at is null or mode = 'test');
create index ix_client_in_use on app.client (client_id) where in_use_at is not null;
