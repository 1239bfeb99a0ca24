package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;

/**
 * An admin's word that the work addresses a campaign writes to were published for such messages. Never changed, only
 * made anew. Source: outreach 6.4.
 *
 * @param textVersion of the {@link ConsentText} that was shown
 * @param textHash SHA-256 of that text, 64 hex digits
 */
public record ConsentDeclaration(
        ConsentId id,
        ClientId clientId,
        CampaignId campaignId,
        int textVersion,
        String textHash,
        UserId acceptedBy,
        Instant acceptedAt) {}
