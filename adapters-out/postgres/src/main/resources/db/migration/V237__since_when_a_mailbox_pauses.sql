-- Since when a mailbox is not connected: after five days its leads are written to from another one. Outreach 7.

alter table app.resource add column state_since timestamptz;
