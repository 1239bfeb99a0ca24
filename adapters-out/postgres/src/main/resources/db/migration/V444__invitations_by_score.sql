-- Invitations that are due are taken by score, whenever they became due. Outreach 3.2.
create index ix_outreach_job_invitations on app.outreach_job (client_id, scheduled_at)
    where status = 'ready' and touch_kind = 'li_invite';
