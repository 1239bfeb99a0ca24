package io.agencyos.domain.conversion.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.evolve.ColdStart.Launch;
import io.agencyos.domain.conversion.evolve.ColdStart.Part;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ColdStartExamplesTest {

    private static final List<String> THREE = List.of("saas", "retail", "health");

    @Test // CIS E-35; content E-36
    void shares_are_repaired_to_a_least_each_and_a_hundred_in_all() {
        assertThat(ColdStart.shares(List.of(40, 35, 5))).containsExactly(45, 41, 14);
        assertThat(ColdStart.shares(List.of(60, 30, 10))).containsExactly(60, 30, 10);
        assertThat(ColdStart.shares(List.of(70, 25, 5))).containsExactly(59, 28, 13);
        assertThat(ColdStart.shares(List.of(0, 0, 0))).containsExactly(34, 33, 33);
    }

    @Test // CIS E-36
    void leads_are_split_by_industry_and_start_together_where_each_has_many() {
        ColdStart.Split few = ColdStart.split(THREE, 1_000, Map.of(), Map.of()).orElseThrow();
        assertThat(few.parts()).extracting(Part::leads).containsExactly(334L, 333L, 333L);
        assertThat(few.launch()).isEqualTo(Launch.SEQUENTIAL);
        ColdStart.Split many = ColdStart.split(THREE, 1_500, Map.of(), Map.of()).orElseThrow();
        assertThat(many.parts()).extracting(Part::leads).containsExactly(500L, 500L, 500L);
        assertThat(many.launch()).isEqualTo(Launch.PARALLEL);
    }

    @Test // CIS 17.2: by the distribution, else by the portfolio; beyond three the rest is reported
    void the_portfolio_decides_who_is_first_and_the_rest_is_reported() {
        ColdStart.Split split = ColdStart.split(
                        List.of("health", "saas", "retail", "legal"),
                        1_000,
                        Map.of(),
                        Map.of("saas", 3, "retail", 1, "health", 1))
                .orElseThrow();
        assertThat(split.parts())
                .containsExactly(new Part("saas", 600), new Part("health", 200), new Part("retail", 200));
        assertThat(split.left()).containsExactly("legal");
    }

    @Test // CIS 17.2: exactly the industries, sum one within a hundredth
    void a_distribution_names_exactly_the_industries_and_sums_to_one() {
        Map<String, BigDecimal> short_ = Map.of("saas", BigDecimal.ONE);
        assertThat(ColdStart.split(THREE, 100, short_, Map.of())).isEqualTo(Result.err(ColdStart.Fault.INDUSTRIES));
        BigDecimal third = new BigDecimal("0.32");
        assertThat(ColdStart.split(THREE, 100, Map.of("saas", third, "retail", third, "health", third), Map.of()))
                .isEqualTo(Result.err(ColdStart.Fault.SUM));
    }

    @Property(tries = 200) // CIS 17.3
    void proposed_points_are_brought_within_their_bounds_and_to_a_hundred(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 60) Integer> proposed) {
        assertThat(ColdStart.isValid(ColdStart.points(proposed))).isTrue();
    }

    @Test // CIS 17.3
    void valid_points_stay_as_they_were_proposed() {
        List<Integer> published = List.of(20, 25, 25, 15, 15);
        assertThat(ColdStart.points(published)).isEqualTo(published);
        assertThat(ColdStart.isValid(List.of(20, 25, 25, 15, 14))).isFalse();
    }
}
