-- What bounced lately, for the third address of a company that does. Outreach 6.2.

create index ix_touch_bounced on app.touch (client_id, bounced_at) where delivery_status = 'bounced';
