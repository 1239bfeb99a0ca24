package io.agencyos.application.conversion.report;

import io.agencyos.application.campaign.store.CampaignTotals;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The totals of campaigns by the rules of the reports, over all time: two questions. Source: api 9.9. */
public final class CountCampaigns implements CampaignTotals {

    private final Figures figures;

    public CountCampaigns(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Map<CampaignId, Totals> of(ClientId client, @Nullable CampaignId campaign, Instant now) {
        Map<CampaignId, Integer> leads = figures.leads(client, campaign);
        Map<CampaignId, Totals> totals = new HashMap<>();
        leads.forEach((id, count) -> totals.put(id, totals(count, Figures.Result.none(id))));
        // until the second after this one, so that what happens at this instant is in it
        Figures.Over over = new Figures.Over(client, ZoneOffset.UTC, Instant.EPOCH, now.plusSeconds(1), campaign, now);
        for (Figures.Result result : figures.results(over)) {
            CampaignId id = result.campaign();
            if (id != null) {
                totals.put(id, totals(leads.getOrDefault(id, 0), result));
            }
        }
        return totals;
    }

    private static Totals totals(int leads, Figures.Result result) {
        return new Totals(
                leads,
                result.contacted(),
                result.replied(),
                result.converted(),
                result.booked(),
                result.showed(),
                result.missed());
    }
}
