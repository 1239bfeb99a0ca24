-- When the first lead of each version of a campaign's steps was started, without reading its enrolments. Outreach 19.10.

create index ix_enrolment_version on app.enrolment (client_id, campaign_id, sequence_version, started_at)
    where started_at is not null;
