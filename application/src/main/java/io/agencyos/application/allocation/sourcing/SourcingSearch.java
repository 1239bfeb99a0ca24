package io.agencyos.application.allocation.sourcing;

import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.SourcingTier;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run looks for: the tiers in their order, each as questions to a vendor.
 *
 * @param filter whom an allocator would take: whoever it would refuse by their title is not bought
 * @param explores it leaves aside what was learned, so that this stays tested
 */
public record SourcingSearch(List<SourcingTier> tiers, IcpFilter filter, boolean explores) {

    private static final int LARGEST_COMPANY = 10_000_000;

    public SourcingSearch {
        tiers = List.copyOf(tiers);
    }

    boolean isOver(SourcingPlace place) {
        return place.tier() >= tiers.size();
    }

    /** Whether the tier has sizes beyond those of this place. */
    boolean hasRange(SourcingPlace place) {
        return place.range() < Math.max(1, tiers.get(place.tier()).ranges().size());
    }

    SourcingTier tier(SourcingPlace place) {
        return tiers.get(place.tier());
    }

    Set<DomainName> excluded(SourcingPlace place) {
        return tier(place).excluded();
    }

    PeopleQuery query(SourcingPlace place) {
        SourcingTier tier = tier(place);
        List<SizeRange> ranges = tier.ranges();
        return query(tier, ranges.isEmpty() ? List.of() : List.of(ranges.get(place.range())));
    }

    /** The last tier without one of its filters each: what says which of them costs the most people. */
    Map<IcpFilter.Dimension, PeopleQuery> wider() {
        SourcingTier tier = tiers.getLast();
        PeopleQuery all = query(tier, tier.ranges());
        Map<IcpFilter.Dimension, PeopleQuery> wider = new LinkedHashMap<>();
        wider.put(
                IcpFilter.Dimension.TITLE,
                with(all, List.of(), all.personLocations(), all.employees(), all.companyKeywords()));
        wider.put(
                IcpFilter.Dimension.INDUSTRY,
                with(all, all.titles(), all.personLocations(), all.employees(), List.of()));
        wider.put(
                IcpFilter.Dimension.COMPANY_SIZE,
                with(all, all.titles(), all.personLocations(), List.of(), all.companyKeywords()));
        wider.put(
                IcpFilter.Dimension.LOCATION,
                with(all, all.titles(), List.of(), all.employees(), all.companyKeywords()));
        return wider;
    }

    private static PeopleQuery query(SourcingTier tier, List<SizeRange> ranges) {
        return new PeopleQuery(
                tier.titles(),
                true,
                tier.seniorities().stream().sorted().toList(),
                tier.places(),
                List.of(),
                List.of(),
                ranges.stream()
                        .map(range -> new PeopleQuery.Range(
                                range.least(), range.most().orElse(LARGEST_COMPANY)))
                        .toList(),
                tier.industries(),
                true);
    }

    private static PeopleQuery with(
            PeopleQuery query,
            List<String> titles,
            List<String> places,
            List<PeopleQuery.Range> sizes,
            List<String> industries) {
        List<Seniority> seniorities = query.seniorities();
        return new PeopleQuery(
                titles, true, seniorities, places, List.of(), List.of(), sizes, industries, query.verifiedOnly());
    }
}
