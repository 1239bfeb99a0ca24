-- Whom an answer of a gate was about: a step that no touch was made for has an answer too. Answers given before this know
-- no lead. The index is read for a lead's timeline and for what has been put off too often. Outreach 3.4, 19.6.

alter table app.gate_check add column lead_id uuid;
drop index app.ix_gate_check_job;
create index ix_gate_check_lead on app.gate_check (client_id, lead_id, created_at desc, id desc);
