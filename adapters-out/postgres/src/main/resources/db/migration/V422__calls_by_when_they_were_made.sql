-- Data model 11: calls of the last days of which no report came, found without those of all the years before.
create index ix_outreach_job_calls_made on app.outreach_job (client_id, sent_at) where touch_kind = 'voice' and status = 'sent';
