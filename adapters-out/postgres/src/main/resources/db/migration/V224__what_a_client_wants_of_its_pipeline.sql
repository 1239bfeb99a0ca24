-- A client bounds what its hot leads cost, and says how many leads are few. Scoring B8, POOL-12.

alter table app.client_setting
    add column hot_cost_guard boolean not null default false,
    add constraint ck_client_setting_min_pipeline_alert check (min_pipeline_alert between 0 and 100000);
