package io.agencyos.domain.conversion.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlatformLearningTest {

    private static final Weights LEARNED = new Weights(1_500, 3_000, 2_500, 2_000, 1_000);

    // CIS E-27
    @Test
    void no_client_counts_for_more_than_a_quarter() {
        assertThat(CappedShares.of(List.of(400L, 120L, 80L, 60L, 55L)))
                .containsExactly(new double[] {.2500, .2500, .2051, .1538, .1410}, within(5e-5));
        assertThat(CappedShares.of(List.of(900L, 50L, 50L)))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-9));
    }

    // CIS 12.2: ≥ 10 consenting clients, ≥ 500 conversions together, ≥ 3 with promoted weights
    @Test
    void learning_starts_when_enough_clients_take_part() {
        assertThat(PlatformLearning.over(clients(10, 50, 3))).isPresent();
        assertThat(PlatformLearning.over(clients(9, 100, 3))).isEmpty();
        assertThat(PlatformLearning.over(clients(10, 49, 3))).isEmpty();
        assertThat(PlatformLearning.over(clients(10, 50, 2))).isEmpty();
    }

    // CIS 12.2: a contributor needs ≥ 20 conversions
    @Test
    void who_has_learned_next_to_nothing_contributes_nothing() {
        List<Contribution> with = new ArrayList<>(clients(12, 60, 3));
        with.set(11, client(11, 19, Optional.empty(), 5_000, 5_000));
        assertThat(lift(with)).isEqualTo(lift(with.subList(0, 11)));
    }

    // CIS 12.2: ≥ 5 clients per segment, none above 40 % of it, K ≥ 50
    @Test
    void nobody_can_be_recognised_in_what_is_published() {
        assertThat(segments(clients(10, 60, 3))).contains("CEO");
        List<Contribution> four = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            four.add(client(i, 60, i < 3 ? Optional.of(LEARNED) : Optional.empty(), i < 4 ? 500 : 0, 30));
        }
        assertThat(segments(four)).doesNotContain("CEO");
        List<Contribution> one = new ArrayList<>(clients(10, 60, 3));
        one.set(0, client(0, 60, Optional.of(LEARNED), 900, 60));
        assertThat(segments(one)).doesNotContain("CEO");
    }

    // CIS 12.2: clients with high base rates do not distort
    @Test
    void the_client_is_a_stratum() {
        List<Contribution> uneven = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int ceos = i < 5 ? 400 : 100;
            int rate = i < 5 ? 10 : 2;
            uneven.add(new Contribution(
                    id(i),
                    Optional.empty(),
                    100,
                    Map.of(
                            "title",
                            List.of(
                                    Cell.of("CEO", ceos, (long) ceos * rate / 100),
                                    Cell.of("Manager", 500, 5L * rate))),
                    i < 3 ? Optional.of(LEARNED) : Optional.empty()));
        }
        assertThat(lift(uneven)).isCloseTo(1, within(.02));
    }

    // CIS 12.2, 12.3: global, and per industry with ≥ 5 contributors
    @Test
    void clients_of_one_industry_learn_together_where_there_are_five() {
        assertThat(industries(11, 5)).containsExactlyInAnyOrder("all", "dental");
        assertThat(industries(11, 4)).containsExactly("all");
    }

    // CIS 12.2: no client can be read from the difference of what is published
    @Test
    void an_industry_that_would_leave_a_few_others_behind_is_not_told() {
        assertThat(industries(10, 10)).containsExactlyInAnyOrder("all", "dental");
        assertThat(industries(10, 7)).containsExactly("all");
    }

    /** Of so many clients the first work for dentists. */
    private static Set<String> industries(int clients, int dental) {
        return PlatformLearning.over(ofDentists(clients(clients, 60, 3), dental))
                .orElseThrow()
                .patterns()
                .orElseThrow()
                .stream()
                .map(each -> Objects.requireNonNullElse(each.industry(), "all"))
                .collect(Collectors.toSet());
    }

    private static List<Contribution> ofDentists(List<Contribution> clients, int dental) {
        List<Contribution> all = new ArrayList<>();
        for (Contribution each : clients) {
            all.add(new Contribution(
                    each.client(),
                    all.size() < dental ? Optional.of("dental") : Optional.empty(),
                    each.conversions(),
                    each.dimensions(),
                    each.promoted()));
        }
        return all;
    }

    // CIS 12.2: leave-one-client-out beats the default for ≥ 60 %
    @Test
    void weights_are_published_when_they_help_most_who_did_not_make_them() {
        PlatformLearning learning = PlatformLearning.over(clients(10, 60, 5)).orElseThrow();
        assertThat(learning.weights((client, weights) -> true))
                .containsExactly(
                        new PlatformLearning.PublishedWeights(null, LEARNED, 300, 5, new BigDecimal("0.8571")));
        assertThat(learning.weights((client, weights) -> IntStream.range(0, 2).anyMatch(i -> client.equals(id(i)))))
                .isEmpty();
    }

    // CIS 12.2: weight_type industry: client industry with ≥ 5 contributors, from whom nobody else can be read off
    @Test
    void five_of_one_industry_with_weights_of_their_own_have_a_mean_of_their_own() {
        assertThat(weightsOf(ofDentists(clients(11, 60, 5), 5))).containsExactly("all", "dental");
        assertThat(weightsOf(ofDentists(clients(11, 60, 8), 5)))
                .as("three others have weights")
                .containsExactly("all", "dental");
        assertThat(weightsOf(ofDentists(clients(11, 60, 7), 5)))
                .as("two others could be told from the difference")
                .containsExactly("all");
        assertThat(weightsOf(ofDentists(clients(11, 60, 4), 5)))
                .as("four of them have weights")
                .containsExactly("all");
    }

    private static List<String> weightsOf(List<Contribution> clients) {
        return PlatformLearning.over(clients).orElseThrow().weights((client, weights) -> true).stream()
                .map(each -> Objects.requireNonNullElse(each.industry(), "all"))
                .toList();
    }

    // CIS 21: more conversions than units, fewer units than none
    @Test
    void counts_that_cannot_be_are_found_before_anything_is_summed() {
        assertThat(client(1, 60, Optional.empty(), 100, 10).isSound()).isTrue();
        for (Cell wrong : List.of(Cell.of("CEO", 1, 2), Cell.of("CEO", -1, 0))) {
            assertThat(new Contribution(id(1), Optional.empty(), 60, Map.of("title", List.of(wrong)), Optional.empty())
                            .isSound())
                    .isFalse();
        }
    }

    // CIS 12.2: c = min(0.9, K/(K+50))
    @Test
    void confidence_grows_with_conversions() {
        assertThat(PlatformLearning.confidence(50)).isEqualTo("0.5000");
        assertThat(PlatformLearning.confidence(5_000)).isEqualTo("0.9000");
    }

    private static List<String> segments(List<Contribution> clients) {
        return PlatformLearning.over(clients).orElseThrow().patterns().orElseThrow().stream()
                .map(PlatformLearning.Published::segment)
                .toList();
    }

    private static double lift(List<Contribution> clients) {
        return PlatformLearning.over(clients).orElseThrow().patterns().orElseThrow().stream()
                .filter(each -> each.segment().equals("CEO"))
                .mapToDouble(PlatformLearning.Published::lift)
                .findFirst()
                .orElseThrow();
    }

    private static List<Contribution> clients(int count, int conversions, int withWeights) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> client(i, conversions, i < withWeights ? Optional.of(LEARNED) : Optional.empty(), 100, 10))
                .toList();
    }

    private static Contribution client(int i, long conversions, Optional<Weights> weights, int ceos, int converted) {
        return new Contribution(
                id(i),
                Optional.empty(),
                conversions,
                Map.of("title", List.of(Cell.of("CEO", ceos, Math.min(ceos, converted)), Cell.of("Manager", 400, 20))),
                weights);
    }

    private static ClientId id(int i) {
        return new ClientId(new UUID(0x0198c0de00007000L, 0x8000000000000000L + i));
    }
}
