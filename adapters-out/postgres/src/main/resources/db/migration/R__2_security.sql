-- Row-level security of every table, generated from this one list. Data model 2. A test fails when a table of the
-- schemas app and pool is missing here, has security off, or has no policy.
--
-- The scope (tenant, worker, platform) is the role that is connected, never a setting. Classes:
--   T   read own tenant; write own tenant as owner, admin, member, worker      TA  … as owner, admin, worker
--   TO  … as owner, worker                                                     TW  … as worker
--   TX  insert as worker, nothing else (append-only)
--   TE  an event or audit line belongs to the change that causes it: insert by every role that may cause one
--   S   secrets: worker only              N   a person's notices
--   U   the person's own rows, and the platform's, which signs people in before anybody is known
--   PR  read by everyone, written by the platform       P  platform, and the worker where marked 'w'
-- Options: 'w' worker access (P); 'owner_read' only owner, admin and worker read; 'any_insert' a viewer inserts too.

create or replace function app.security_list()
    returns table (table_name regclass, class text, options text[])
    language sql stable set search_path = pg_catalog, pg_temp
    begin atomic
        select list.table_name, list.class, list.options
        from (values
            ('app.plan'::regclass, 'PR', '{}'::text[]),
            ('app.platform_setting', 'PR', '{}'),
            ('app.public_holiday', 'PR', '{}'),
            ('app.emergency_stop', 'PR', '{}'),
            ('app.app_user', 'U', '{}'),
            ('app.client', 'TO', '{}'),
            ('app.client_slug_history', 'P', '{}'),
            ('app.client_removal', 'P', '{}'),
            ('app.former_lead', 'P', '{}'),
            ('app.user_identity', 'P', '{}'),
            ('app.user_session', 'U', '{}'),
            ('app.user_preference', 'U', '{}'),
            ('app.one_time_token', 'P', '{}'),
            ('app.user_second_factor', 'P', '{}'),
            ('app.account_mail', 'P', '{}'),
            ('app.waitlist', 'P', '{}'),
            ('app.opt_out_wish', 'P', '{}'),
            ('app.status_incident', 'P', '{}'),
            ('app.defect', 'P', '{}'),
            ('app.caller_bucket', 'P', '{}'),
            ('app.support_session', 'P', '{}'),
            ('app.login_attempt', 'P', '{}'),
            ('app.signing_key', 'P', '{}'),
            ('app.platform_integration', 'P', '{}'),
            ('app.data_key', 'P', '{w}'),
            ('app.membership', 'TA', '{}'),
            ('app.invitation', 'TA', '{}'),
            ('app.api_key', 'TO', '{}'),
            ('app.client_setting', 'TA', '{}'),
            ('app.client_profile', 'TA', '{}'),
            ('app.client_secret', 'S', '{}'),
            ('app.client_integration', 'TA', '{}'),
            ('app.external_ref', 'P', '{w}'),
            ('app.inbound_hook', 'P', '{w}'),
            ('app.hook_removal', 'TW', '{}'),
            ('app.vendor_contact', 'TW', '{}'),
            ('app.vendor_object', 'TW', '{}'),
            ('app.subscription', 'TW', '{}'),
            ('app.credit_account', 'TW', '{}'),
            ('app.credit_entry', 'TX', '{}'),
            ('app.held_up_day', 'TX', '{}'),
            ('app.founding_spot', 'PR', '{}'),
            ('app.revenue_entry', 'P', '{}'),
            ('app.checkout', 'P', '{}'),
            ('app.ai_budget_day', 'TW', '{}'),
            ('app.ai_reservation', 'TW', '{}'),
            ('app.icp_profile', 'TA', '{}'),
            ('app.client_persona', 'TA', '{}'),
            ('app.persona_binding', 'TA', '{}'),
            ('app.scoring_weights', 'TW', '{}'),
            ('app.resource', 'P', '{w}'),
            ('app.client_resource', 'TW', '{}'),
            ('app.quota_counter', 'TW', '{}'),
            ('app.resource_health_day', 'P', '{w}'),
            ('app.linkedin_seat', 'TA', '{}'),
            ('app.linkedin_connection', 'TW', '{}'),
            ('pool.pool_company', 'P', '{w}'),
            ('pool.pool_person', 'P', '{w}'),
            ('pool.pool_identity', 'P', '{w}'),
            ('pool.pool_employment', 'P', '{w}'),
            ('pool.pool_claim', 'P', '{w}'),
            ('pool.pool_claim_event', 'P', '{w}'),
            ('pool.pool_merge', 'P', '{w}'),
            ('app.platform_suppression', 'P', '{w}'),
            ('app.phone_wash', 'P', '{w}'),
            ('app.phone_wash_event', 'P', '{}'),
            ('app.phone_wash_batch', 'P', '{}'),
            ('app.platform_buyer_signal', 'P', '{w}'),
            ('app.buyer_purchase', 'P', '{w}'),
            ('app.campaign', 'T', '{}'),
            ('app.campaign_sequence', 'T', '{}'),
            ('app.campaign_step', 'T', '{}'),
            ('app.campaign_consent_declaration', 'TA', '{}'),
            ('app.campaign_resource', 'T', '{}'),
            ('app.content_template', 'T', '{}'),
            ('app.content_experiment', 'T', '{}'),
            ('app.content_variant', 'TW', '{}'),
            ('app.content_assignment', 'TX', '{}'),
            ('app.privacy_request', 'TA', '{}'),
            ('app.consent', 'T', '{}'),
            ('app.suppression', 'T', '{}'),
            ('app.lead_import', 'T', '{}'),
            ('app.import_file', 'TW', '{}'),
            ('app.export_file', 'TW', '{}'),
            ('app.export_part', 'TW', '{}'),
            ('app.lead', 'T', '{}'),
            ('app.lead_import_row', 'T', '{}'),
            ('app.lead_metadata', 'T', '{}'),
            ('app.compose_draft', 'T', '{}'),
            ('app.lead_profile', 'T', '{}'),
            ('app.post_account', 'T', '{}'),
            ('app.stop_confirmation', 'TW', '{}'),
            ('app.touch_recall', 'TW', '{}'),
            ('app.number_rest', 'TW', '{}'),
            ('app.post_piece', 'TW', '{}'),
            ('app.lead_score', 'TX', '{}'),
            ('app.lead_veto', 'TX', '{}'),
            ('app.lead_enrichment', 'TW', '{}'),
            ('app.lead_research', 'TW', '{}'),
            ('app.phone_lookup', 'TW', '{}'),
            ('app.lead_search_block', 'TW', '{}'),
            ('app.lead_search_state', 'TW', '{}'),
            ('app.rescore_request', 'TW', '{}'),
            ('app.scoring_choice', 'TW', '{}'),
            ('app.scoring_backtest', 'TX', '{}'),
            ('app.lead_channel', 'TW', '{}'),
            ('app.contact_ref', 'TW', '{}'),
            ('app.enrolment', 'TW', '{}'),
            ('app.enrolment_step', 'TW', '{}'),
            ('app.enrolment_channels', 'TW', '{}'),
            ('app.conversation_thread', 'T', '{}'),
            ('app.message', 'T', '{}'),
            ('app.content_snapshot', 'TX', '{}'),
            ('app.outreach_job', 'TW', '{}'),
            ('app.quota_reservation', 'TW', '{}'),
            ('app.gate_check', 'TX', '{}'),
            ('app.vendor_call', 'TW', '{}'),
            ('app.vendor_usage', 'TW', '{}'),
            ('app.approval_item', 'T', '{}'),
            ('app.touch', 'TW', '{}'),
            ('app.activity', 'TX', '{}'),
            ('app.message_ref', 'P', '{w}'),
            ('app.campaign_day', 'TW', '{}'),
            ('app.voice_call', 'TW', '{}'),
            ('app.voice_recording', 'TA', '{}'),
            ('app.voice_recording_file', 'TW', '{}'),
            ('app.voice_recording_piece', 'TW', '{}'),
            ('app.reply', 'T', '{}'),
            ('app.task', 'T', '{}'),
            ('app.meeting', 'T', '{}'),
            ('app.outcome_event', 'TX', '{}'),
            ('app.cis_booking_seen', 'TW', '{}'),
            ('app.cis_daily_count', 'TW', '{}'),
            ('app.cis_progress', 'TW', '{}'),
            ('app.deal', 'T', '{}'),
            ('app.deal_stage_event', 'TX', '{}'),
            ('app.attribution', 'TW', '{}'),
            ('app.client_customer', 'T', '{}'),
            ('app.customer_import', 'T', '{}'),
            ('app.customer_import_row', 'T', '{}'),
            ('app.cis_lead_fact', 'TW', '{}'),
            ('app.cis_touch_fact', 'TW', '{}'),
            ('app.conversion_pattern', 'TW', '{}'),
            ('app.platform_pattern', 'PR', '{}'),
            ('app.platform_weights', 'PR', '{}'),
            ('app.campaign_suggestion', 'TW', '{}'),
            ('app.campaign_suggestion_event', 'TX', '{}'),
            ('app.icp_refinement_log', 'TX', '{}'),
            ('app.outbox_event', 'TE', '{}'),
            ('app.webhook_inbox', 'P', '{w}'),
            ('app.webhook_endpoint', 'TA', '{}'),
            ('app.webhook_delivery', 'TW', '{}'),
            ('app.webhook_attempt', 'TX', '{}'),
            ('app.idempotency_key', 'T', '{}'),
            ('app.sync_cursor', 'TW', '{}'),
            ('app.reply_feed', 'TW', '{}'),
            ('app.pacing_day', 'TW', '{}'),
            ('app.audit_log', 'TE', '{owner_read,any_insert}'),
            ('app.notification', 'N', '{}'),
            ('app.notification_preference', 'U', '{}'),
            ('app.notification_progress', 'TW', '{}'),
            ('app.alert', 'P', '{w}'),
            ('app.alert_recipient', 'P', '{}'),
            ('app.alert_telling', 'P', '{}'),
            ('app.flow_definition', 'PR', '{}'),
            ('app.flow_run', 'TW', '{}'),
            ('app.flow_step', 'TW', '{}'),
            ('app.flow_item', 'TW', '{}'),
            ('app.circuit_breaker', 'TW', '{}'),
            ('app.tenant_queue', 'P', '{w}'),
            ('app.flow_node', 'P', '{w}'),
            ('app.rate_bucket', 'P', '{w}'),
            ('app.vendor_account', 'P', '{w}'),
            ('app.contract_drift', 'P', '{}')
        ) as list (table_name, class, options);
    end;

do $$
declare
    t record;
    old record;
    own text := 'client_id = app.current_client()';
    writers text;
begin
    for old in select schemaname, tablename, policyname from pg_policies where schemaname in ('app', 'pool') loop
        execute format('drop policy %I on %I.%I', old.policyname, old.schemaname, old.tablename);
    end loop;
    for t in select * from app.security_list() loop
        execute format('alter table %s enable row level security', t.table_name);
        execute format('alter table %s force row level security', t.table_name);
        if exists (select from pg_attribute where attrelid = t.table_name and attname = 'client_id') then
            execute format('create policy maintenance on %s to aos_maint using (%s) with check (%2$s)', t.table_name, own);
        end if;
        if t.class not in ('N', 'S') then
            execute format('create policy platform on %s to aos_platform using (true) with check (true)', t.table_name);
        end if;
        case t.class
            when 'PR' then
                execute format('create policy everyone_reads on %s for select to aos_app, aos_worker using (true)', t.table_name);
                execute format('create policy migrations on %s to aos_migrate using (true) with check (true)', t.table_name);
            when 'P' then
                if 'w' = any (t.options) then
                    execute format('create policy worker on %s to aos_worker using (true) with check (true)', t.table_name);
                end if;
            when 'U' then
                execute format('create policy own on %s to aos_app, aos_worker using (user_id = app.current_app_user()) '
                    || 'with check (user_id = app.current_app_user())', t.table_name);
            when 'S' then
                execute format('create policy worker on %s to aos_worker using (%s) with check (%2$s)', t.table_name, own);
            when 'N' then
                execute format('create policy own on %s to aos_app using (%s and user_id = app.current_app_user()) '
                    || 'with check (%2$s and user_id = app.current_app_user())', t.table_name, own);
                execute format('create policy worker on %s to aos_worker using (%s) with check (%2$s)', t.table_name, own);
            else
                execute format('create policy tenant on %s to aos_app, aos_worker using (%s) with check (%2$s)', t.table_name, own);
                writers := case t.class
                    when 'T' then '''owner'', ''admin'', ''member'', ''worker'''
                    when 'TE' then '''owner'', ''admin'', ''member'', ''worker'''
                    when 'TA' then '''owner'', ''admin'', ''worker'''
                    when 'TO' then '''owner'', ''worker'''
                    else '''worker''' end;
                if not 'any_insert' = any (t.options) then
                    execute format('create policy writers_insert on %s as restrictive for insert to aos_app, aos_worker '
                        || 'with check (app.current_member_role() in (%s))', t.table_name, writers);
                end if;
                if t.class = 'TE' then
                    writers := '''worker''';
                end if;
                execute format('create policy writers_update on %s as restrictive for update to aos_app, aos_worker '
                    || 'using (app.current_member_role() in (%s)) with check (app.current_member_role() in (%2$s))',
                    t.table_name, writers);
                execute format('create policy writers_delete on %s as restrictive for delete to aos_app, aos_worker '
                    || 'using (app.current_member_role() in (%s))', t.table_name, writers);
                if 'owner_read' = any (t.options) then
                    execute format('create policy readers on %s as restrictive for select to aos_app, aos_worker '
                        || 'using (app.current_member_role() in (''owner'', ''admin'', ''worker''))', t.table_name);
                end if;
        end case;
    end loop;
end $$;

-- A person's own memberships while no client is chosen. Data model 2.
create policy own_memberships on app.membership for select to aos_app, aos_worker
    using (app.current_client() is null and user_id = app.current_app_user());

-- A vendor's answer is resolved and kept by the platform before a tenant is known; its secret is used then too.
create policy platform_reads on app.client_secret for select to aos_platform using (true);

-- What is removed for good is counted where the proof stands. Data model 15.
create policy maintenance on app.client_removal to aos_maint using (true) with check (true);
create policy maintenance on app.former_lead to aos_maint using (true) with check (true);

-- Audit entries are removed by age over all clients, and never before the least time of keeping is over.
create policy age_is_seen on app.audit_log for select to aos_maint using (at < now() - interval '90 days');
create policy age on app.audit_log for delete to aos_maint using (at < now() - interval '90 days');

-- What a client pays is written with its subscription, by whoever changes that; the lines stay when the client is removed.
create policy own on app.revenue_entry to aos_worker
    using (billed_client = app.current_client()) with check (billed_client = app.current_client());
create policy maintenance on app.revenue_entry to aos_maint
    using (billed_client = app.current_client() or billed_client is null) with check (billed_client is null);

-- Co-members read each other's card. Data model 5.1.
create policy co_members on app.app_user for select to aos_app, aos_worker using (app.is_co_member(user_id));

-- Privileges, from the same list as the policies. Data model 2 and 1: no application role deletes rows, except the few
-- tables whose rows are a state of now and go when the state ends. Append-only tables are those without row_version.
-- Partitions have no grants: access only through the parent.

do $$
declare
    t record;
    append_only boolean;
    deletable regclass[] := array['app.quota_reservation', 'app.lead_metadata', 'app.persona_binding', 'app.campaign_resource',
        'app.enrolment_step', 'app.idempotency_key', 'app.rescore_request', 'app.vendor_object', 'app.vendor_contact',
        'app.hook_removal', 'app.import_file', 'app.export_file', 'app.user_second_factor', 'app.privacy_request', 'app.compose_draft',
        'app.voice_recording_file', 'app.voice_recording_piece', 'app.phone_lookup', 'app.caller_bucket', 'app.platform_integration', 'app.alert_recipient',
        'pool.pool_claim', 'pool.pool_identity', 'pool.pool_employment', 'pool.pool_person',
        'pool.pool_company']::regclass[];
    -- tenant rows that exist before a tenant can act (sign-up) or that the platform keeps for its own nil tenant
    platform_writes regclass[] := array['app.client', 'app.client_setting', 'app.client_profile', 'app.membership',
        'app.invitation', 'app.api_key', 'app.subscription', 'app.credit_account', 'app.credit_entry', 'app.ai_budget_day',
        'app.ai_reservation', 'app.outbox_event', 'app.webhook_endpoint', 'app.webhook_delivery', 'app.webhook_attempt',
        'app.audit_log', 'app.flow_run', 'app.flow_step', 'app.flow_item', 'app.circuit_breaker', 'app.sync_cursor',
        'app.rescore_request', 'app.held_up_day', 'app.export_file', 'app.export_part']::regclass[];
    tenant_roles text;
    everybody text := 'aos_app, aos_worker, aos_platform, aos_maint, aos_bi';
begin
    execute format('revoke all on all tables in schema app, pool from %s', everybody);
    execute format('grant usage on schema app, pool to aos_app, aos_worker, aos_platform, aos_maint');
    grant usage on schema app to aos_bi;
    grant usage on schema scheduler to aos_platform, aos_worker;
    for t in select * from app.security_list() loop
        append_only := not exists (select 1 from pg_attribute where attrelid = t.table_name and attname = 'row_version');
        execute format('grant select, update, delete on %s to aos_maint', t.table_name);
        if t.class in ('T', 'TA', 'TO', 'TW', 'TX', 'TE') then
            tenant_roles := 'aos_app, aos_worker';
            execute format('grant select, insert on %s to %s', t.table_name, tenant_roles);
            if not append_only then
                execute format('grant update on %s to %s', t.table_name, tenant_roles);
            end if;
            if t.table_name = any (deletable) then
                execute format('grant delete on %s to %s', t.table_name, tenant_roles);
            end if;
            execute format('grant select on %s to aos_platform', t.table_name);
            if t.table_name = any (platform_writes) then
                execute format('grant insert on %s to aos_platform', t.table_name);
                if not append_only then
                    execute format('grant update on %s to aos_platform', t.table_name);
                end if;
            end if;
        elsif t.class = 'S' then
            execute format('grant select, insert, update on %s to aos_worker', t.table_name);
            execute format('grant select on %s to aos_platform', t.table_name);
        elsif t.class = 'N' then
            execute format('grant select, update (read_at, updated_at, row_version) on %s to aos_app', t.table_name);
            execute format('grant select, insert, update (read_at, mailed_at, updated_at, row_version) on %s to aos_worker', t.table_name);
        elsif t.class = 'PR' then
            execute format('grant select on %s to aos_app, aos_worker', t.table_name);
            execute format('grant select, insert, update on %s to aos_platform', t.table_name);
        elsif t.class in ('P', 'U') then
            tenant_roles := case when 'w' = any (t.options) then 'aos_platform, aos_worker' else 'aos_platform' end;
            execute format('grant select, insert on %s to %s', t.table_name, tenant_roles);
            if not append_only then
                execute format('grant update on %s to %s', t.table_name, tenant_roles);
            end if;
            if t.table_name = any (deletable) then
                execute format('grant delete on %s to %s', t.table_name, tenant_roles);
            end if;
        else
            raise exception 'table % has the unknown class %', t.table_name, t.class;
        end if;
    end loop;
end $$;

-- Co-members read a person's card, never the secrets; only the platform makes somebody staff or suspends him.
grant select (user_id, email, email_key, full_name, avatar_url, timezone, notify_email, notify_sms, quiet_from, quiet_to, phone,
    locale, status, last_login_at, created_at, updated_at, row_version, deleted_at) on app.app_user to aos_app, aos_worker;
grant update (full_name, avatar_url, timezone, notify_email, notify_sms, quiet_from, quiet_to, phone, locale, updated_at,
    row_version) on app.app_user to aos_app, aos_worker;
grant select on app.user_session to aos_app;
grant update (revoked_at, updated_at, row_version) on app.user_session to aos_app;
grant delete on app.login_attempt, app.one_time_token, app.opt_out_wish to aos_platform;
grant select, insert on app.revenue_entry to aos_worker;
grant insert on app.former_lead to aos_maint;
-- Staff takes an entry of the platform's list away, with evidence in the log. Api 9.17.
grant delete on app.platform_suppression to aos_platform;
-- What is past its time of keeping is swept by the platform, row by row. Data model 7.
grant delete on app.webhook_inbox, app.idempotency_key, app.user_session, app.compose_draft,
    app.export_file, app.vendor_usage, app.contract_drift to aos_platform;

-- Facts and superseded patterns are kept for two years and forgotten by the work that makes them. Data model 7.
grant delete on app.cis_lead_fact, app.cis_touch_fact, app.cis_daily_count, app.conversion_pattern to aos_worker;

grant usage on sequence app.outbox_seq to aos_app, aos_worker, aos_platform;
grant select, insert, update, delete on scheduler.scheduled_tasks to aos_platform, aos_worker;
grant select on app.own_pool_person, app.buyer_signal to aos_app, aos_worker;
grant select on app.bi_lead to aos_bi;
grant execute on function app.create_partitions_ahead(date) to aos_maint, aos_platform;
