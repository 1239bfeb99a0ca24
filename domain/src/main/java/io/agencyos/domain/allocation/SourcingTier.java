package io.agencyos.domain.allocation;

import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One tier of the waterfall by which people are bought where the pool had too few: tried in order until the shortfall is
 * filled. Source: scoring POOL-12.2, flows 2.3.
 *
 * @param sizes empty for any
 * @param excluded domains of the client's own portfolio, in every tier
 */
public record SourcingTier(
        Name name,
        List<String> industries,
        List<String> titles,
        List<String> sizes,
        List<String> places,
        Set<Seniority> seniorities,
        Set<DomainName> excluded) {

    /** The tiers in their order. */
    public enum Name implements Vocabulary {
        /** Companies such as the client has served, of the size it wants. */
        LOOKALIKES,
        /** The same of any size. */
        LOOKALIKES_OF_ANY_SIZE,
        /** Whoever fits the profile. */
        PROFILE
    }

    /** Most people of one request to a vendor. */
    public static final int PAGE = 100;

    /** Where people are looked for when the profile names no place. */
    private static final String HOME = "Australia";

    private static final Set<Seniority> DECIDERS =
            Set.of(Seniority.DIRECTOR, Seniority.VP, Seniority.C_SUITE, Seniority.OWNER, Seniority.FOUNDER);

    private static final Set<Seniority> DECIDERS_AND_MANAGERS = Set.of(
            Seniority.DIRECTOR, Seniority.VP, Seniority.C_SUITE, Seniority.OWNER, Seniority.FOUNDER, Seniority.MANAGER);

    public SourcingTier {
        industries = List.copyOf(industries);
        titles = List.copyOf(titles);
        sizes = List.copyOf(sizes);
        places = List.copyOf(places);
        seniorities = Set.copyOf(seniorities);
        excluded = Set.copyOf(excluded);
    }

    /** The sizes as few ranges with nothing in common; empty for any size. */
    public List<SizeRange> ranges() {
        return SizeRange.disjoint(sizes.stream()
                .flatMap(size -> SizeRange.parse(size).toOptional().stream())
                .toList());
    }

    /**
     * What the client wants.
     *
     * @param seniorities empty for the default of each tier
     * @param places empty for Australia
     */
    public record Wish(
            List<String> industries,
            List<String> titles,
            List<String> sizes,
            List<String> places,
            Set<Seniority> seniorities) {}

    /**
     * The waterfall; without portfolio companies it has the last tier only.
     *
     * @param portfolio industries of the companies that the client has served
     */
    public static List<SourcingTier> waterfall(Wish wish, List<String> portfolio, Set<DomainName> excluded) {
        List<SourcingTier> tiers = new ArrayList<>();
        if (!portfolio.isEmpty()) {
            tiers.add(tier(Name.LOOKALIKES, portfolio, wish.sizes(), wish, DECIDERS_AND_MANAGERS, excluded));
            tiers.add(tier(Name.LOOKALIKES_OF_ANY_SIZE, portfolio, List.of(), wish, DECIDERS_AND_MANAGERS, excluded));
        }
        tiers.add(tier(Name.PROFILE, wish.industries(), wish.sizes(), wish, DECIDERS, excluded));
        return List.copyOf(tiers);
    }

    private static SourcingTier tier(
            Name name,
            List<String> industries,
            List<String> sizes,
            Wish wish,
            Set<Seniority> byDefault,
            Set<DomainName> excluded) {
        return new SourcingTier(
                name,
                industries,
                wish.titles(),
                sizes,
                wish.places().isEmpty() ? List.of(HOME) : wish.places(),
                wish.seniorities().isEmpty() ? byDefault : wish.seniorities(),
                excluded);
    }
}
