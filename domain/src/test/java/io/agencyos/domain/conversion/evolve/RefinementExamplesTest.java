package io.agencyos.domain.conversion.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Action;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Change;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Criteria;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Known;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Refined;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefinementExamplesTest {

    private static Segment good(String key, double effect, String low) {
        return new Segment(PatternType.WHO, "title", key, true, effect, .99, 200, new BigDecimal(low));
    }

    private static Known known(
            List<Segment> titles, List<Segment> industries, @Nullable String size, String confidence) {
        return new Known(titles, industries, size, new BigDecimal(confidence), 90);
    }

    private static Criteria titles(String... titles) {
        return new Criteria(List.of(titles), List.of(), null, null);
    }

    private static Criteria size(@Nullable Integer from, @Nullable Integer to) {
        return new Criteria(List.of(), List.of(), from, to);
    }

    private static Criteria refined(Criteria base, Known known) {
        return IcpRefinement.of(base, known, Set.of()).criteria();
    }

    @Test // CIS E-29
    void a_title_that_converts_goes_before_the_base() {
        Known ceo = known(List.of(good("CEO", 1.73, "0.0688")), List.of(), null, "0.75");
        Refined refined = IcpRefinement.of(titles("CMO", "Manager"), ceo, Set.of());
        assertThat(refined.criteria().titles()).containsExactly("CEO", "CMO", "Manager");
        assertThat(refined.changes())
                .containsExactly(
                        new Change(LockedField.TITLES, Action.BOOSTED, List.of("CEO"), "converts better than others"));
        // newly confirmed is not automatic, and so no segment that may steer
        assertThat(refined(titles("CMO", "Manager"), known(List.of(), List.of(), null, "0.75"))
                        .titles())
                .containsExactly("CMO", "Manager");
    }

    @Test // CIS E-30
    void the_size_is_narrowed_to_the_sweet_spot_where_both_meet() {
        Known sweet = known(List.of(), List.of(), "16-30", "0.75");
        assertThat(refined(size(10, 200), sweet)).isEqualTo(size(16, 30));
        assertThat(refined(size(40, 200), sweet)).isEqualTo(size(40, 200));
        assertThat(refined(size(null, 20), sweet)).isEqualTo(size(16, 20));
        assertThat(refined(size(10, 200), known(List.of(), List.of(), "16-30", "0.65")))
                .isEqualTo(size(10, 200));
        assertThat(refined(size(10, null), known(List.of(), List.of(), "501+", "0.75")))
                .isEqualTo(size(501, null));
    }

    @Test // CIS 15: additive from 0.6, narrowing from 60 days of data
    void a_refinement_needs_confidence_and_narrowing_needs_days() {
        List<Segment> ceo = List.of(good("CEO", 1.73, "0.0688"));
        assertThat(refined(titles("CMO"), known(ceo, List.of(), null, "0.59")).titles())
                .containsExactly("CMO");
        assertThat(refined(titles("CMO"), known(ceo, List.of(), null, "0.60")).titles())
                .containsExactly("CEO", "CMO");
        assertThat(refined(size(10, 200), new Known(List.of(), List.of(), "16-30", BigDecimal.ONE, 59)))
                .isEqualTo(size(10, 200));
        assertThat(refined(titles("CMO"), known(List.of(good("CEO", 1.19, "0.06")), List.of(), null, "0.75"))
                        .titles())
                .as("effect below 1.2")
                .containsExactly("CMO");
    }

    @Test // CIS 15: titles of the base move to the front, up to five others before them, nothing is removed
    void confirmed_titles_of_the_base_are_moved_and_at_most_five_added() {
        List<Segment> many = List.of(
                good("A", 2, "0.09"),
                good("B", 2, "0.08"),
                good("C", 2, "0.07"),
                good("D", 2, "0.06"),
                good("E", 2, "0.05"),
                good("F", 2, "0.04"),
                good("manager", 2, "0.03"));
        assertThat(refined(titles("CMO", " Manager "), known(many, List.of(), null, "0.75"))
                        .titles())
                .containsExactly("A", "B", "C", "D", "E", " Manager ", "CMO");
    }

    @Test // CIS 15: industries
    void industries_are_set_reordered_or_put_in_front() {
        List<Segment> four = List.of(
                good("saas", 2, "0.09"),
                good("retail", 2, "0.08"),
                good("health", 2, "0.07"),
                good("legal", 2, "0.06"));
        Known known = known(List.of(), four, null, "0.75");
        assertThat(refined(titles("CMO"), known).industries()).containsExactly("saas", "retail", "health", "legal");
        assertThat(refined(new Criteria(List.of(), List.of("mining", "Retail"), null, null), known)
                        .industries())
                .containsExactly("Retail", "mining");
        assertThat(refined(new Criteria(List.of(), List.of("mining"), null, null), known)
                        .industries())
                .containsExactly("saas", "retail", "health", "mining");
    }

    @Test // CIS 15: locked fields are left alone
    void a_locked_field_is_left_alone() {
        Known known = known(List.of(good("CEO", 1.73, "0.0688")), List.of(), "16-30", "0.75");
        Criteria base = new Criteria(List.of("CMO"), List.of("mining"), 10, 200);
        Refined refined = IcpRefinement.of(base, known, Set.of(LockedField.TITLES, LockedField.COMPANY_SIZES));
        assertThat(refined.criteria()).isEqualTo(base);
        assertThat(refined.changes()).isEmpty();
    }
}
