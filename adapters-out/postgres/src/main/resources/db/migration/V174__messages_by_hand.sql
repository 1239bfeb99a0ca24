-- What a person wrote: an answer in a conversation, or a message of its own (outreach 3.3, 4.2, 8.4).
alter table app.outreach_job
    add column by_hand boolean not null default false,
    add column written_by uuid,
    add column override_reason text,
    add column answer_ref text,
    add column answer_message_id text;
-- how its vendor wants it answered in its thread
alter table app.reply add column answer_ref text;
