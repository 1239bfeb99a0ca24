-- What a vendor shows of people before they are bought has their company's name alone; whether the client may write to one
-- more of its people is looked up by it.

create index ix_pool_company_name on pool.pool_company (name_key);
