-- What the sandbox of a removed twin still has to forget: asked for until it answers, and nothing else waits for it. API 9.2.

alter table app.client_removal add column owed_world uuid;

create index ix_client_removal_owed_world on app.client_removal (owed_world) where owed_world is not null;
