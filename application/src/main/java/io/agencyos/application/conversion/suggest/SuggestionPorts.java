package io.agencyos.application.conversion.suggest;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.learning.Patterns;

/** What suggestions are made of and kept in. */
public record SuggestionPorts(
        Suggestions suggestions, CampaignResults results, Patterns patterns, Clients clients, Campaigns campaigns) {}
