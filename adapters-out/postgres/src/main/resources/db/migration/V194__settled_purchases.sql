-- Which version of a customer the buyer signals were told of, or was left out as its client shares nothing; content 6.2.

alter table app.client_customer add column settled_version int;

-- what stood before was told when it was saved
update app.client_customer set settled_version = row_version;

create index ix_client_customer_unsettled on app.client_customer (updated_at)
    where settled_version is distinct from row_version and status <> 'prospect' and domain_key is not null
      and deleted_at is null;
