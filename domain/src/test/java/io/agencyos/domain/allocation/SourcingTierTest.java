package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.SizeRange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourcingTierTest {

    private static SourcingTier.Wish wish(String... sizes) {
        return new SourcingTier.Wish(
                List.of("Retail"), List.of("Owner"), List.of(sizes), List.of("Victoria, Australia"), Set.of());
    }

    private static List<SizeRange> ranges(String... sizes) {
        return SourcingTier.waterfall(wish(sizes), List.of(), Set.of())
                .getLast()
                .ranges();
    }

    @Test // flows 2.3: the examples of ranges
    void sizes_that_touch_are_one_search_and_a_gap_makes_two() {
        assertThat(ranges("11-50", "51-200")).containsExactly(SizeRange.closed(11, 200));
        assertThat(ranges("1-10", "501-1000")).containsExactly(SizeRange.closed(1, 10), SizeRange.closed(501, 1_000));
        assertThat(ranges("enterprise")).containsExactly(SizeRange.open(5_001));
        assertThat(ranges("mid-market", "smb")).containsExactly(SizeRange.closed(1, 1_000));
        assertThat(ranges("1,001-5,000")).containsExactly(SizeRange.closed(1_001, 5_000));
        assertThat(ranges("201+", "5001+")).containsExactly(SizeRange.open(201));
        assertThat(ranges()).isEmpty();
    }

    @Test // scoring POOL-12.2, flows 2.3: tiers 1 and 2 also take managers; tier 2 has no sizes
    void companies_like_those_that_were_served_come_first_then_any_size_then_the_profile() {
        List<SourcingTier> tiers = SourcingTier.waterfall(wish("11-50"), List.of("Hospitality"), Set.of());

        assertThat(tiers)
                .extracting(SourcingTier::name)
                .containsExactly(
                        SourcingTier.Name.LOOKALIKES,
                        SourcingTier.Name.LOOKALIKES_OF_ANY_SIZE,
                        SourcingTier.Name.PROFILE);
        assertThat(tiers.get(0).industries()).containsExactly("Hospitality");
        assertThat(tiers.get(0).seniorities()).contains(Seniority.MANAGER);
        assertThat(tiers.get(1).ranges()).isEmpty();
        assertThat(tiers.get(2).industries()).containsExactly("Retail");
        assertThat(tiers.get(2).seniorities()).doesNotContain(Seniority.MANAGER);
        assertThat(tiers).allSatisfy(tier -> assertThat(tier.places()).containsExactly("Victoria, Australia"));
    }
}
