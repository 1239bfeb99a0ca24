-- What staff reads the newest first: the platform's list of whom nobody contacts, people of the pool, and who holds them.
-- Api 9.17.

create index ix_platform_suppression_created on app.platform_suppression (created_at desc, value_hash desc);
create index ix_pool_person_created on pool.pool_person (created_at desc, id desc);
create index ix_pool_claim_claimed on pool.pool_claim (claimed_at desc, person_id desc);
