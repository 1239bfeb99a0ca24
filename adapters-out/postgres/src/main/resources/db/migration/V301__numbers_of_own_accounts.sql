-- Numbers that stand in a client's own account at a carrier. Outreach 10.8.

-- in whose account it stands: nobody else may send from it
alter table app.resource add column account_id uuid;

-- one order at a time: whoever comes second goes on with the first
create unique index uq_resource_order on app.resource (account_id) where status = 'provisioning';
