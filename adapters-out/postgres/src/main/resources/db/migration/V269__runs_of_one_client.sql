-- The ceiling of one client's runs of a flow is kept from now on. What may begin twice at once keeps it: two files are imported
-- side by side, and two texts written. Flows 1.1, 1.3.

update app.flow_definition set per_client_max = 2, updated_at = now(), row_version = row_version + 1
 where flow in ('lead_import', 'lead_draft') and per_client_max < 2;
