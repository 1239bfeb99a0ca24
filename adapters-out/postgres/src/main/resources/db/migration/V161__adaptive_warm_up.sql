-- When a warm-up last went ahead by a band: it may again a week later. Scoring B10.

alter table app.resource add column warmup_skipped_at timestamptz;
