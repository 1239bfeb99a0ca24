-- A look may find that a lead is another lead of its client already (flows 2.6).

alter table app.lead_enrichment drop constraint ck_lead_enrichment_state,
    add constraint ck_lead_enrichment_state check (state in
        ('claimed', 'enriched', 'not_found', 'identity_mismatch', 'duplicate', 'no_credits', 'failed'));
