-- What clients that work for one industry learned together stands beside what all learned. Conversion intelligence 12.3.

alter table app.platform_pattern add column industry_segment text;

drop index app.uq_platform_pattern_segment;
create unique index uq_platform_pattern_segment on app.platform_pattern (industry_segment, dimension, segment)
    nulls not distinct where superseded_at is null;
