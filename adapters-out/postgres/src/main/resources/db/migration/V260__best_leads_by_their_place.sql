-- A page of the best leads begins where the one before ended. Behind row-level security an index takes that place only if
-- nothing in its expression could tell of other tenants' rows: the server knows it of CASE, and not of COALESCE or a cast.
-- With those each page read all pages before it.
drop index app.ix_lead_als_score;
create index ix_lead_als_score
    on app.lead (client_id, (case when als_score is null then '-1'::smallint else als_score end), id)
    where deleted_at is null;
