package io.agencyos.domain.conversion.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Weights;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

// CIS 17.3
class FirstWeightsTest {

    private static IcpTarget profile(boolean titles, boolean industries, boolean sizes, boolean locations) {
        return new IcpTarget(
                named(industries, "Dental"),
                named(titles, "Owner"),
                named(sizes, "11-50"),
                named(locations, "Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> named(boolean is, String value) {
        return is ? List.of(value) : List.of();
    }

    @Test
    void what_a_profile_names_weighs_more() {
        Weights weights = FirstWeights.proposed(profile(true, true, true, true)).orElseThrow();
        assertThat(weights).isEqualTo(new Weights(1_800, 2_800, 2_800, 1_300, 1_300));
        assertThat(FirstWeights.proposed(profile(true, false, false, false)).orElseThrow())
                .satisfies(each -> assertThat(each.of(Component.AUTHORITY)).isGreaterThan(2_500));
    }

    @Test
    void a_profile_that_names_nothing_speaks_for_the_default_ones() {
        assertThat(FirstWeights.proposed(IcpTarget.EMPTY)).isEmpty();
    }

    @Property // bounds 10–30, 15–35, 15–35, 5–25, 5–25, sum 100
    void every_proposal_is_within_its_bounds(
            @ForAll boolean titles, @ForAll boolean industries, @ForAll boolean sizes, @ForAll boolean locations) {
        FirstWeights.proposed(profile(titles, industries, sizes, locations))
                .ifPresent(weights -> assertThat(ColdStart.isValid(Stream.of(
                                        weights.dataQuality(),
                                        weights.authority(),
                                        weights.companyFit(),
                                        weights.timing(),
                                        weights.risk())
                                .map(each -> each / 100)
                                .toList()))
                        .isTrue());
    }
}
