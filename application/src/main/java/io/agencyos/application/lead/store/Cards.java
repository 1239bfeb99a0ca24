package io.agencyos.application.lead.store;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The leads and campaigns that the lines of a list name, so that it is shown without a second call. Source: api 8. */
public record Cards(Map<LeadId, Lead> leads, Map<CampaignId, String> campaigns) {

    public Cards {
        leads = Map.copyOf(leads);
        campaigns = Map.copyOf(campaigns);
    }

    /** Those of these leads that exist, and every campaign by name. Needs an open unit of work of the tenant. */
    public static Cards of(
            Leads leads, Campaigns campaigns, ClientId client, Collection<? extends @Nullable LeadId> named) {
        List<LeadId> wanted = named.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(LeadId.class::cast)
                .toList();
        return new Cards(
                leads.findAll(client, wanted).stream().collect(Collectors.toMap(Lead::id, Function.identity())),
                campaigns.all(client).stream().collect(Collectors.toMap(Campaign::id, Campaign::name)));
    }

    public @Nullable Lead lead(@Nullable LeadId id) {
        return id == null ? null : leads.get(id);
    }

    public @Nullable String campaign(@Nullable CampaignId id) {
        return id == null ? null : campaigns.get(id);
    }
}
