-- What a client's newest calls cost, by which the next are planned (vapi 5).
create index ix_voice_call_newest on app.voice_call (client_id, ended_at desc, id desc);
