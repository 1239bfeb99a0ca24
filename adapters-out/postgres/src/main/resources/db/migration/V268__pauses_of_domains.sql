-- A domain whose last mails came back is stopped although its month is not critical; whatever stopped it, it goes on at half
-- of its limit first. Flows 1.7, deliverability.

alter table app.resource
    add column bouncing_since timestamptz,
    add column let_go_at timestamptz;
