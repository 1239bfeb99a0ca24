-- The message that follows an accepted invitation: when it is due, null where none is (outreach 11.4).
alter table app.linkedin_connection add column follow_up_at timestamptz;
create index ix_linkedin_connection_follow_up on app.linkedin_connection (client_id, follow_up_at)
    where follow_up_at is not null;
