package io.agencyos.application.conversion.suggest;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** What suggestions are made of and kept in. */
public record SuggestionPorts(
        Suggestions suggestions,
        CampaignResults results,
        Patterns patterns,
        Clients clients,
        Campaigns campaigns,
        LearningSettingsStore settings) {

    /** Leads first written to before this have had their time to book; inside a unit of work of the client. */
    Instant matured(ClientId client, Instant now) {
        return now.minus(settings.of(client).horizons().ofALead());
    }
}
