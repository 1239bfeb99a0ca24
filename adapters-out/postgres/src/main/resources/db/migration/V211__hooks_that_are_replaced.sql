-- Until when a hook that was replaced is believed, and when a hook last brought something. Api 10.1.

alter table app.inbound_hook
    add column ends_at timestamptz,
    add column last_event_at timestamptz;
