-- Why a call failed, and thereby what rests until it is mended or over (vapi 5.1).
alter table app.voice_call
    add column trouble text constraint ck_voice_call_trouble check (trouble in
        ('line', 'misdialled', 'carrier_rights', 'out_of_credits', 'rate_limited', 'number_spent', 'number_setup', 'fraud_check',
         'assistant_setup', 'unknown_end_reason'));

create index ix_voice_call_trouble on app.voice_call (client_id, ended_at) where trouble is not null;
