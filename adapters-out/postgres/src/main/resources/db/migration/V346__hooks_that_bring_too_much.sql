-- What a hook brings above its share of a minute waits behind everybody else's events (api 5). With a constant for a default the
-- table is not rewritten.
alter table app.webhook_inbox add column yields boolean not null default false;
