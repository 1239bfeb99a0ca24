-- What the service calls a person, kept for ever and preferred to the page's name, and until when the network takes no
-- invitation to them. Outreach 11.4.
alter table app.linkedin_connection add column person_ref text;
alter table app.linkedin_connection add column reinvite_after timestamptz;
create index ix_linkedin_connection_withdrawn on app.linkedin_connection (client_id, withdrawn_at) where status = 'withdrawn';

-- What a seat did lately decides when it may act again. Scoring TIME-5.
create index ix_outreach_job_linkedin on app.outreach_job (client_id, scheduled_at) where channel = 'linkedin';
