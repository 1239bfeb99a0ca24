-- What a look at a lead's employer found beside the number of its open roles: the newest job it advertises and the newest
-- article about it (content 3.5). The day of the look says whether anybody looked at all, and when it is too old to be
-- written of.
alter table app.lead_profile
    add column hiring_role text,
    add column company_headline text,
    add column company_looked_on date,
    add constraint ck_lead_profile_open_roles check (open_roles >= 0);
