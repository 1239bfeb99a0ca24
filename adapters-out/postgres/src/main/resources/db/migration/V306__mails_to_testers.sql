-- What was sent to a test recipient before, from which mailbox. Outreach 13.

create index ix_outreach_job_redirected on app.outreach_job (client_id, redirected_to, resource_id)
    where redirected_to is not null and dispatch_count > 0;
