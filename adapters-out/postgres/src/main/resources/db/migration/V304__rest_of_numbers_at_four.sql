-- Rests of the stock end at four. Outreach 17.

update app.flow_definition set cron = '0 0 4 * * *' where flow = 'resource_release' and cron = '0 30 3 * * *';
