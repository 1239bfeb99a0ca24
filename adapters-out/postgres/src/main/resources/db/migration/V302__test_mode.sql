-- What leaves while a client tests goes to its own people. Outreach 13.

alter table app.outreach_job add column redirected_to text;

alter table app.quota_counter drop constraint ck_quota_counter_metric;
alter table app.quota_counter add constraint ck_quota_counter_metric check (metric in
    ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
     'client_sms', 'campaign_touches', 'actions_hour', 'test_emails'));
alter table app.quota_reservation drop constraint ck_quota_reservation_metric;
alter table app.quota_reservation add constraint ck_quota_reservation_metric check (metric in
    ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
     'client_sms', 'campaign_touches', 'actions_hour', 'test_emails'));
