-- Staff stops a sending domain for a reason; the limit that a person had set comes back afterwards. Api 9.17.

alter table app.resource
    add column stopped_at timestamptz,
    add column stopped_reason text,
    add column stopped_by uuid,
    add column override_before_stop int,
    add constraint ck_resource_stopped check ((stopped_at is null) = (stopped_reason is null));
create index ix_voice_recording_recorded on app.voice_recording (recorded_at desc, call_id desc);
