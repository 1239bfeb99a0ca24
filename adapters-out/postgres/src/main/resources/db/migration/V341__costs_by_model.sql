-- Which model a call was for, so that costs can be told by model, and a day's calls found without reading all. Content 3.10,
-- api 9.17.

alter table app.ai_reservation add column model text not null default '';
alter table app.ai_reservation alter column model drop default;
create index ix_ai_reservation_day on app.ai_reservation (platform_day, client_id);
