package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose like is bought first. Source: scoring POOL-12.2. */
class PortfolioTest {

    private static final Portfolio SERVED = new Portfolio(
            List.of("Digital Marketing", "Dentistry", "Software", "Retail", "Legal Services", "Mining", "Hotels"),
            Set.of());

    @Test // POOL-12.2 a, POOL-7: whom the allocator would refuse is not bought
    void of_the_industries_served_those_count_that_the_profile_asks_for() {
        assertThat(SERVED.lookalikes(List.of("marketing", "saas")))
                .as("by the same reading as the score's")
                .containsExactly("Digital Marketing", "Software");
        assertThat(SERVED.lookalikes(List.of("aerospace"))).isEmpty();
    }

    @Test // POOL-12.2 a; ALS-3: b2b_general filters nothing
    void a_profile_for_anybody_takes_the_five_most_frequent() {
        assertThat(SERVED.lookalikes(List.of()))
                .containsExactlyElementsOf(SERVED.industries().subList(0, 5));
        assertThat(SERVED.lookalikes(List.of("b2b_general"))).hasSize(5);
    }
}
