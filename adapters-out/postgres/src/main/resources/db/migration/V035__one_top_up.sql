-- The morning's top-up serves all clients' demands together, by turns (scoring POOL-8, POOL-12), which a run per client
-- cannot: the flow stays for those who start it themselves.

update app.flow_definition set cron = null where flow = 'pool_assignment';
