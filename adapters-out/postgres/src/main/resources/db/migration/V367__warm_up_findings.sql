-- What a service that warms a domain up says of it beside its warmth: heat, block lists, records. Salesforge 4.7.

alter table app.resource
    add column measured_heat int constraint ck_resource_measured_heat check (measured_heat between 0 and 100),
    add column measured_hits int constraint ck_resource_measured_hits check (measured_hits >= 0),
    add column measured_spf text
        constraint ck_resource_measured_spf check (measured_spf in ('valid', 'invalid', 'missing', 'unknown')),
    add column measured_dkim text
        constraint ck_resource_measured_dkim check (measured_dkim in ('valid', 'invalid', 'missing', 'unknown')),
    add column measured_dmarc text
        constraint ck_resource_measured_dmarc check (measured_dmarc in ('valid', 'invalid', 'missing', 'unknown')),
    add column measured_mx text
        constraint ck_resource_measured_mx check (measured_mx in ('valid', 'invalid', 'missing', 'unknown'));

update app.resource
   set measured_hits = 0, measured_spf = 'unknown', measured_dkim = 'unknown', measured_dmarc = 'unknown',
       measured_mx = 'unknown'
 where measured_at is not null;

alter table app.resource
    add constraint ck_resource_measured_findings
        check (num_nulls(measured_at, measured_hits, measured_spf, measured_dkim, measured_dmarc, measured_mx) in (0, 6)),
    add constraint ck_resource_measured_heat_known check (measured_heat is null or measured_at is not null);
