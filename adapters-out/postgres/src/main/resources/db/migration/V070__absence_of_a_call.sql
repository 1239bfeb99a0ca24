-- When a look-up for the call of the present token found nothing for the first time. Outreach 4.5: texts, calls and LinkedIn
-- messages may show late, so their absence counts when it was found twice.
alter table app.outreach_job add column lease_absent_at timestamptz;
