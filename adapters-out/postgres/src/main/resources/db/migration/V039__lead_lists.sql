-- Lists of leads, fifty to a page, walked by key: newest, last changed or best first, narrowed by tier or status, searched
-- by a part of address, name or company. Data model 11.

-- Folded as the search folds what it is asked for. Cut so that it always fits into an entry of the index below.
alter table app.lead add column search_text text generated always as (left(lower(regexp_replace(normalize(
    coalesce(email, '') || E'\n' || btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) || E'\n'
        || coalesce(company_name, ''), NFKD), '[\u0300-\u036f]', '', 'g')), 600)) stored;

-- Walks the list in its usual order; a search reads this index and no lead that does not match.
drop index app.ix_lead_created;
create index ix_lead_created on app.lead (client_id, created_at, id) include (search_text) where deleted_at is null;

-- The list has leads without a score below all others.
drop index app.ix_lead_als_score;
create index ix_lead_als_score on app.lead (client_id, (coalesce(als_score::int, -1)), id) where deleted_at is null;

-- However few leads have a tier or a status, they are found without walking all the others.
create index ix_lead_tier on app.lead (client_id, als_tier, created_at, id) where deleted_at is null;
create index ix_lead_status on app.lead (client_id, status, created_at, id) where deleted_at is null;
