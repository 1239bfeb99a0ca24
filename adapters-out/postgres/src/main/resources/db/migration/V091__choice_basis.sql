-- What day and hour of a touch, and the channels of an enrolment, were chosen by: so that what was steered can be told from
-- what was explored. Conversion intelligence P4, 14.2.

alter table app.outreach_job add column timing_basis text not null default 'default' constraint ck_outreach_job_timing_basis
    check (timing_basis in ('default', 'learned', 'explored'));
alter table app.touch add column timing_basis text not null default 'default' constraint ck_touch_timing_basis
    check (timing_basis in ('default', 'learned', 'explored'));
alter table app.enrolment_channels add column basis text not null default 'default' constraint ck_enrolment_channels_basis
    check (basis in ('default', 'learned', 'explored'));
alter table app.cis_touch_fact add column timing_basis text;
alter table app.cis_lead_fact add column channel_basis text;
