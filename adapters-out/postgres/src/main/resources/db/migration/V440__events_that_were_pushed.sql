-- Whether a vendor's push brought an event, first or later, and not only our own asking: by this it is counted what pushes lost (salesforge
-- Beyond, webhook audit). With a constant for a default the table is not rewritten; what stands already is counted no more.
alter table app.webhook_inbox add column pushed boolean not null default false;
