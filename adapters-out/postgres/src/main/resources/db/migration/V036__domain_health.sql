-- Since when a sending domain is critical: it is proposed for retirement after a week, and the days of the episode do
-- not count towards its warm-up. Scoring RES-10, RES-12.

alter table app.resource add column critical_since timestamptz;
