-- A former slug may be given, given up and kept again.
alter table app.client_slug_history add column updated_at timestamptz not null default now();
alter table app.client_slug_history add column row_version int not null default 0;

-- It answers more from now on, and a function's answer cannot be changed in place.
drop function if exists app.clients_of_user(uuid);
