-- Two people of one company hear from a client on a day, one in an hour of a channel. Outreach 19.2.

alter table app.quota_counter drop constraint ck_quota_counter_metric;
alter table app.quota_counter add constraint ck_quota_counter_metric check (metric in
    ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
     'client_sms', 'campaign_touches', 'company_people', 'company_hour', 'test_emails', 'actions_hour'));
alter table app.quota_reservation drop constraint ck_quota_reservation_metric;
alter table app.quota_reservation add constraint ck_quota_reservation_metric check (metric in
    ('email_total', 'email_outbound', 'mailbox_total', 'sms', 'voice', 'li_invite', 'li_message', 'li_view', 'mail', 'lead_starts',
     'client_sms', 'campaign_touches', 'company_people', 'company_hour', 'test_emails', 'actions_hour'));
