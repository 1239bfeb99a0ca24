-- When somebody of the staff said that an alert was seen, and lists of alerts and recordings over all clients. Api 9.17.

alter table app.alert add column acked_at timestamptz;
create index ix_alert_last on app.alert (last_at desc, id desc);
create index ix_voice_recording_call on app.voice_recording (call_id);
