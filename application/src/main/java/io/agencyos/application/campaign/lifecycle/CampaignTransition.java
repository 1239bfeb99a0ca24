package io.agencyos.application.campaign.lifecycle;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.identity.Role;

/** What came of stopping a campaign in one way or another. Source: outreach 1.2. */
public sealed interface CampaignTransition {

    record Done(Campaign campaign) implements CampaignTransition {}

    /** It was so already; nothing changed. */
    record AlreadySo(Campaign campaign) implements CampaignTransition {}

    /** Wire code {@code invalid_transition}. */
    record Invalid(CampaignStatus from, CampaignStatus to) implements CampaignTransition {}

    /** Wire code {@code campaign_terminal}. */
    record Terminal() implements CampaignTransition {}

    record NotFound() implements CampaignTransition {}

    /** Wire code {@code role_required}. */
    record RoleRequired(Role required) implements CampaignTransition {}
}
