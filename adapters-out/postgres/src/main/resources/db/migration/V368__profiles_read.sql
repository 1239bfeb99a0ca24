-- When it was last looked what a lead writes on LinkedIn. Content 1.10, flows 2.6.

alter table app.lead add column profile_read_at timestamptz;
