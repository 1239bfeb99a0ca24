-- The lowest score that was contacted among the leads that weights were learned from. Conversion intelligence 11.1, 11.6.

alter table app.scoring_weights add column coverage_min_score smallint
    constraint ck_scoring_weights_coverage_min_score check (coverage_min_score between 0 and 100);
