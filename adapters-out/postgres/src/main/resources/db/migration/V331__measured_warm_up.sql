-- How warm a service found a sending domain, as warm as its least warm mailbox. Salesforge 4.7.

alter table app.resource
    add column measured_warm boolean,
    add column measured_days int constraint ck_resource_measured_days check (measured_days >= 0),
    add column measured_at timestamptz,
    add constraint ck_resource_measured check (num_nulls(measured_warm, measured_days, measured_at) in (0, 3));
