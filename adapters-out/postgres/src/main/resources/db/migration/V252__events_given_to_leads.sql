-- Staff says whose an unmatched reply is, and it is processed again (api 9.17).

alter table app.webhook_inbox add column assigned_lead_id uuid;
