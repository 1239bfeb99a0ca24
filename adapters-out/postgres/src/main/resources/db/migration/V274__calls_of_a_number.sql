-- The log of calls to and from a number. Outreach 19.9.

create index ix_voice_call_to on app.voice_call (client_id, to_number, started_at desc);
create index ix_voice_call_from on app.voice_call (client_id, from_number, started_at desc);
