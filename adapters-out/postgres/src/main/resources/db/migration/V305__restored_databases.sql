-- A database that is a backup's: what comes up is asked about before it leaves. Outreach 4.6 row 13.

alter table app.emergency_stop drop constraint ck_emergency_stop_scope;
alter table app.emergency_stop add constraint ck_emergency_stop_scope
    check (scope in ('platform', 'channel', 'vendor', 'restored'));
