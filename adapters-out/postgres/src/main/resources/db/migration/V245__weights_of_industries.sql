-- What clients that work for one industry learned together stands beside what all learned; an industry has five of them
-- at least, as its patterns have. Conversion intelligence 12.2, 12.3.

alter table app.platform_weights
    add column industry_segment text,
    add constraint ck_platform_weights_industry_clients check (industry_segment is null or contributing_clients >= 5),
    drop constraint uq_platform_weights_version,
    add constraint uq_platform_weights_version unique nulls not distinct (industry_segment, version);

drop index app.uq_platform_weights_current;
create unique index uq_platform_weights_current on app.platform_weights (industry_segment)
    nulls not distinct where superseded_at is null;
