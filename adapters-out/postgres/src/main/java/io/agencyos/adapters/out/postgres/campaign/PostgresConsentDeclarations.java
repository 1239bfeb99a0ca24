package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;

/** Declarations in {@code campaign_consent_declaration}, which nobody updates. */
public final class PostgresConsentDeclarations implements ConsentDeclarations {

    @Override
    public Optional<ConsentDeclaration> newest(ClientId client, CampaignId campaign) {
        return Db.query("""
            select id, version, encode(text_hash, 'hex') as hash, accepted_by, accepted_at
              from campaign_consent_declaration
             where client_id = :client and campaign_id = :campaign order by accepted_at desc, id desc limit 1
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .map((row, context) -> new ConsentDeclaration(
                        Rows.id(row, "id", ConsentId::new),
                        client,
                        campaign,
                        row.getInt("version"),
                        Rows.text(row, "hash"),
                        Rows.id(row, "accepted_by", UserId::new),
                        Rows.instant(row, "accepted_at")))
                .findOne();
    }

    @Override
    public void append(ConsentDeclaration declaration) {
        Db.update("""
            insert into campaign_consent_declaration (client_id, id, campaign_id, version, text_hash, accepted_by, accepted_at)
            values (:client, :id, :campaign, :version, decode(:hash, 'hex'), :by, :at)
            """)
                .bind("client", declaration.clientId())
                .bind("id", declaration.id())
                .bind("campaign", declaration.campaignId())
                .bind("version", declaration.textVersion())
                .bind("hash", declaration.textHash())
                .bind("by", declaration.acceptedBy())
                .bind("at", declaration.acceptedAt())
                .execute();
    }
}
