-- How what a suggestion concerns did until it was accepted, and in the month after it was applied; of the versions that it
-- stands on also how sure they were. Data model 5.4, conversion intelligence 16.2.

alter table app.campaign_suggestion
    add column current_metrics jsonb,
    add column measured_effect jsonb;

update app.campaign_suggestion s
   set pattern_versions = (
       select jsonb_object_agg(each.key, jsonb_build_object('version', each.value))
         from jsonb_each(s.pattern_versions) each)
 where s.pattern_versions <> '{}' and not exists (
       select from jsonb_each(s.pattern_versions) each where jsonb_typeof(each.value) = 'object');

create index ix_campaign_suggestion_unmeasured on app.campaign_suggestion (client_id, applied_at)
    where status = 'applied' and measured_effect is null;
