-- What a fact is in the dimensions of texts, gaps, transitions and landmarks. Conversion intelligence 3.1, 7, 8, 9.2, 22.

alter table app.cis_lead_fact add column landmark text;

-- flags: of the text, as group:value; null where nobody told what it was like. y28: its lead booked within 28 days of it
alter table app.cis_touch_fact
    add column campaign_id uuid,
    add column prev_channel text,
    add column next_gap_bucket text,
    add column length_bin text,
    add column link_count smallint,
    add column cta text,
    add column cta_type text,
    add column flags text[],
    add column y28 boolean not null default false;
