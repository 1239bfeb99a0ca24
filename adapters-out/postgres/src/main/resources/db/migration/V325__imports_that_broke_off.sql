-- An import whose process was killed does not stay under way for ever.
alter table app.lead_import drop constraint ck_lead_import_status;
alter table app.lead_import add constraint ck_lead_import_status
    check (status in ('running', 'broken_off', 'done', 'undone', 'partly_undone'));
