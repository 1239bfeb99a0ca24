-- What a service sent from a domain's mailboxes on a day to warm it up, what was answered, and what came to lie among spam. Salesforge 3 W3.
alter table app.resource_health_day
    add column warmup_sent int,
    add column warmup_replied int,
    add column warmup_spam int,
    add constraint ck_resource_health_day_warmup
        check (num_nulls(warmup_sent, warmup_replied, warmup_spam) in (0, 3)
               and coalesce(least(warmup_sent, warmup_replied, warmup_spam), 0) >= 0);
