package io.agencyos.domain.campaign;

import java.util.List;

/** Whom a campaign wants; an empty dimension takes the client's ideal customer profile. Source: scoring POOL-7. */
public record CampaignTarget(
        List<String> industries, List<String> titles, List<String> companySizes, List<String> locations) {

    public static final CampaignTarget INHERITED = new CampaignTarget(List.of(), List.of(), List.of(), List.of());

    public CampaignTarget {
        industries = List.copyOf(industries);
        titles = List.copyOf(titles);
        companySizes = List.copyOf(companySizes);
        locations = List.copyOf(locations);
    }
}
