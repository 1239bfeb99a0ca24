-- Two more orders of the list of leads, each in an index of its own: by company, and by when something left to them last.

-- Folded as a search folds a name, and compared byte by byte, so that the order is the same wherever the database runs. It is a
-- column and no expression, because behind row-level security an index by a function does not take the place where a page begins.
alter table app.lead add column company_sort text collate "C" generated always as (left(lower(regexp_replace(normalize(
    coalesce(company_name, ''), NFKD), '[\u0300-\u036f]', '', 'g')), 200)) stored;
create index ix_lead_company on app.lead (client_id, company_sort, id) where deleted_at is null;

-- Nothing ever left to them longest ago.
create index ix_lead_contacted on app.lead (client_id,
    (case when last_touch_at is null then timestamptz '1970-01-01 00:00:00+00' else last_touch_at end), id)
    where deleted_at is null;
